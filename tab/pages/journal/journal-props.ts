import type { Home, PairHome } from "../../../shared/contract/home.ts";
import type { EntryView } from "../../../shared/contract/journal.ts";
import type { Audience } from "../../../shared/domain/journal-entry.ts";
import type { Route } from "../../hash-route.ts";

/** What the journal's parts are given. */
export interface JournalProps {
  readonly route: Route;
  readonly pair: PairHome;
  readonly person: Home["person"];
  /** Newest first. */
  readonly entries: readonly EntryView[];
}

/** Words typed and not kept yet. */
export interface Draft {
  readonly text: string;
  readonly audience: Audience;
}

/** Where an entry, or a new one, is open. */
export const entryHash = (entry: string | null): string => (entry === null ? "#/journal" : `#/journal/${entry}`);
