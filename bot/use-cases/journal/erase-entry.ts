import { mayWriteEntry } from "../../../shared/domain/access.ts";
import type { JournalEntryId } from "../../../shared/domain/journal-entry.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** Erases the person's own entry, for everyone who could read it. */
export const eraseEntry =
  ({ store }: Pick<Deps, "store">) =>
  (input: {
    readonly by: PersonRef;
    readonly entryId: JournalEntryId;
  }): Promise<Result<{ readonly erased: true }, "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const entry = await records.journal.find(input.entryId);
      if (!entry || !mayWriteEntry(participant(input.by), entry)) return refuse("not-found");
      await records.journal.erase(entry.id);
      return done({ erased: true });
    });
