import { mayEnterPair, mayWriteEntry } from "../../../shared/domain/access.ts";
import {
  type Audience,
  writeEntry as decide,
  type JournalEntry,
  type JournalEntryId,
} from "../../../shared/domain/journal-entry.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

export interface NewEntry {
  readonly id: JournalEntryId;
  readonly pairId: PairId;
  readonly text: string;
  readonly audience: Audience;
  readonly sessionNumber: number | null;
}

/** Keeps an entry of the person's. Sent again with the same id it answers what stands. */
export const writeEntry =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  ({
    by,
    ...entry
  }: NewEntry & { readonly by: PersonRef }): Promise<Result<JournalEntry, "not-found" | "entry-is-empty">> =>
    store.transact(participant(by), async (records) => {
      const pair = await records.pairs.find(entry.pairId);
      if (!pair || !mayEnterPair(participant(by), pair)) return refuse("not-found");
      const already = await records.journal.find(entry.id);
      if (already) return mayWriteEntry(participant(by), already) ? done(already) : refuse("not-found");
      const writtenAt = clock.now().toString({ smallestUnit: "second" });
      const decided = decide({ ...entry, author: by.personId, writtenAt });
      if (!decided.ok) return refuse("entry-is-empty");
      return (await records.journal.save(decided.value)) ? decided : refuse("not-found");
    });
