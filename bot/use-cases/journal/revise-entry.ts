import { mayWriteEntry } from "../../../shared/domain/access.ts";
import {
  type Audience,
  reviseEntry as decide,
  type JournalEntry,
  type JournalEntryId,
  type JournalRefusal,
} from "../../../shared/domain/journal-entry.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

export interface EntryChange {
  readonly by: PersonRef;
  readonly entryId: JournalEntryId;
  readonly text?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly seenVersion: number;
}

/** New words for the person's own entry, or another audience. A partner's entry answers as if it were not there. */
export const reviseEntry =
  ({ store }: Pick<Deps, "store">) =>
  (input: EntryChange): Promise<Result<JournalEntry, JournalRefusal | "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const entry = await records.journal.find(input.entryId);
      if (!entry || !mayWriteEntry(participant(input.by), entry)) return refuse("not-found");
      const decided = decide(entry, input, input.seenVersion);
      if (!decided.ok) return decided;
      return (await records.journal.save(decided.value)) ? decided : refuse("entry-changed-meanwhile");
    });
