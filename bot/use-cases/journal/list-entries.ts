import { mayEnterPair, mayReadEntry } from "../../../shared/domain/access.ts";
import type { JournalEntry } from "../../../shared/domain/journal-entry.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** How many entries a page of the journal holds: a year of writing every other day. */
const pageLength = 200;

/** The person's own entries in a pair, and what the partner shares, newest first. */
export const listEntries =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef; readonly pairId: PairId }): Promise<Result<readonly JournalEntry[], "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const pair = await records.pairs.find(input.pairId);
      if (!pair || !mayEnterPair(participant(input.by), pair)) return refuse("not-found");
      const entries = await records.journal.ofPair(pair.id, pageLength);
      return done(entries.filter((entry) => mayReadEntry(participant(input.by), pair, entry)));
    });
