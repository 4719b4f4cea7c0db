import { and, desc, eq } from "drizzle-orm";
import type { JournalEntry } from "../../shared/domain/journal-entry.ts";
import type { JournalRecords } from "../ports/pair-records.ts";
import type { PairWords, Place } from "./pair-words.ts";
import { journalEntry } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof journalEntry.$inferSelect;

/** Journal entries: the author's own and what partners share. */
export function journalRecords({ db, actor: { tenantId } }: Transaction, words: PairWords): JournalRecords {
  const read = async (row: Row): Promise<JournalEntry> => {
    const { id, pairId, author, audience, sessionNumber, writtenAt, version } = row;
    const text = String(await words.open(row.text, placeOf(row)));
    return { id, pairId, author, text, audience, sessionNumber, writtenAt, version };
  };
  const oneOf = (id: string) => and(eq(journalEntry.tenantId, tenantId), eq(journalEntry.id, id));
  return {
    find: async (id) => {
      const [row] = await db.select().from(journalEntry).where(oneOf(id));
      return row ? read(row) : null;
    },
    ofPair: async (pairId, limit) => {
      const theirs = and(eq(journalEntry.tenantId, tenantId), eq(journalEntry.pairId, pairId));
      const newestFirst = [desc(journalEntry.writtenAt), desc(journalEntry.id)];
      return Promise.all(
        (
          await db
            .select()
            .from(journalEntry)
            .where(theirs)
            .orderBy(...newestFirst)
            .limit(limit)
        ).map(read),
      );
    },
    save: async (saved) => {
      const { audience, sessionNumber, version } = saved;
      const text = await words.seal(saved.text, placeOf(saved));
      const id = { id: journalEntry.id };
      if (version === 1) {
        const row = { ...saved, tenantId, text };
        return (await db.insert(journalEntry).values(row).onConflictDoNothing().returning(id)).length > 0;
      }
      const before = and(oneOf(saved.id), eq(journalEntry.version, version - 1));
      const change = { text, audience, sessionNumber, version };
      return (await db.update(journalEntry).set(change).where(before).returning(id)).length > 0;
    },
    erase: async (id) => {
      await db.delete(journalEntry).where(oneOf(id));
    },
  };
}

const placeOf = (entry: Pick<JournalEntry, "id" | "pairId" | "author">): Place => ({
  pairId: entry.pairId,
  row: entry.id,
  author: entry.author,
  noun: "journal-entry",
});
