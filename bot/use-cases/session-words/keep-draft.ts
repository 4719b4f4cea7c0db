import { mayWriteEntry } from "../../../shared/domain/access.ts";
import { type JournalEntryId, writeEntry } from "../../../shared/domain/journal-entry.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { keepWords } from "../../../shared/domain/session-words.ts";
import { type Deps, participant } from "../deps.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";
import { ownWords } from "./own-words.ts";

export interface Draft extends OfCheckIn {
  readonly entryId: JournalEntryId;
  readonly text: string;
  /** The version of the notes that the words came from; 0 where there were none. */
  readonly notesVersion: number;
}

type Refusal = "not-found" | "entry-is-empty" | "words-changed-meanwhile";

/** Keeps the words as an entry that only its author reads, and clears the notes, both or neither. Sent again with the same id it changes nothing. */
export const keepDraft =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  ({ by, checkInId, entryId, text, notesVersion }: Draft): Promise<Result<{ entryId: JournalEntryId }, Refusal>> =>
    store.transact<Result<{ entryId: JournalEntryId }, Refusal>>(participant(by), async (records) => {
      const found = await ownCheckIn(records, { by, checkInId });
      if (!found) return refuse("not-found");
      const already = await records.journal.find(entryId);
      if (already) return mayWriteEntry(participant(by), already) ? done({ entryId }) : refuse("not-found");
      const { id: pairId } = found.pair;
      const about = { author: by.personId, sessionNumber: found.checkIn.number };
      const writtenAt = clock.now().toString({ smallestUnit: "second" });
      const entry = writeEntry({ id: entryId, pairId, text, writtenAt, ...about });
      if (!entry.ok) return refuse("entry-is-empty");
      const notes = await ownWords(records, found.checkIn, by, "notes");
      if (notes.version !== notesVersion) return refuse("words-changed-meanwhile");
      const cleared = keepWords(notes, "", notesVersion, null);
      if (!cleared.ok) throw new Error("Notes can always be cleared.");
      if (cleared.value !== notes && !(await records.sessionWords.save(cleared.value)))
        return refuse("words-changed-meanwhile");
      return (await records.journal.save(entry.value)) ? done({ entryId }) : refuse("not-found");
    });
