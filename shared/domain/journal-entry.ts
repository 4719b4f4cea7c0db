import type { Id } from "./id.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import { done, type Result, refuse } from "./result.ts";

export type JournalEntryId = Id<"journal-entry">;

/** Who may read an entry: its author, or the author and the partner. */
export const audiences = ["only-me", "partner"] as const;
export type Audience = (typeof audiences)[number];

/** Longest entry, in characters. */
export const entryLimit = 8000;

/** A person's own words. Sealed in the store; no coordinator or manager can read them. */
export interface JournalEntry {
  readonly id: JournalEntryId;
  readonly pairId: PairId;
  readonly author: PersonId;
  readonly text: string;
  readonly audience: Audience;
  /** The session it was written about, by number, where it was. */
  readonly sessionNumber: number | null;
  /** ISO instant. */
  readonly writtenAt: string;
  readonly version: number;
}

export type JournalRefusal = "entry-changed-meanwhile" | "entry-is-empty";

/** A new entry; the audience is the author alone unless the author says otherwise. */
export function writeEntry(
  entry: Omit<JournalEntry, "audience" | "version"> & { readonly audience?: Audience | undefined },
): Result<JournalEntry, JournalRefusal> {
  if (entry.text.trim() === "") return refuse("entry-is-empty");
  return done({ ...entry, audience: entry.audience ?? "only-me", version: 1 });
}

/** The entry with new words or another audience, from the version the author saw. Back to "only-me" takes it away from the partner at once. */
export function reviseEntry(
  entry: JournalEntry,
  change: { readonly text?: string | undefined; readonly audience?: Audience | undefined },
  seenVersion: number,
): Result<JournalEntry, JournalRefusal> {
  if (entry.version !== seenVersion) return refuse("entry-changed-meanwhile");
  const text = change.text ?? entry.text;
  if (text.trim() === "") return refuse("entry-is-empty");
  return done({ ...entry, text, audience: change.audience ?? entry.audience, version: entry.version + 1 });
}
