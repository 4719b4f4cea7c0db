import { and, asc, eq } from "drizzle-orm";
import type { Goal } from "../../shared/domain/goal.ts";
import type { GoalRecords } from "../ports/pair-records.ts";
import type { PairWords, Place } from "./pair-words.ts";
import { goal } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof goal.$inferSelect;

/** Title, reason and next step, which lie sealed together. */
type SealedWords = Pick<Goal, "title" | "why" | "nextStep">;

/** Goals, oldest first. */
export function goalRecords({ db, actor: { tenantId } }: Transaction, words: PairWords): GoalRecords {
  const read = async (row: Row): Promise<Goal> => {
    const { id, pairId, owner, reviewOn, state, version } = row;
    const { title, why, nextStep } = (await words.open(row.words, placeOf(row))) as SealedWords;
    return { id, pairId, owner, title, why, nextStep, reviewOn, state, version };
  };
  return {
    find: async (id) => {
      const [row] = await db
        .select()
        .from(goal)
        .where(and(eq(goal.tenantId, tenantId), eq(goal.id, id)));
      return row ? read(row) : null;
    },
    ofPair: async (pairId) => {
      const theirs = and(eq(goal.tenantId, tenantId), eq(goal.pairId, pairId));
      return Promise.all((await db.select().from(goal).where(theirs).orderBy(asc(goal.addedAt))).map(read));
    },
    save: async (saved) => {
      const { id, pairId, owner, title, why, nextStep, reviewOn, state, version } = saved;
      const sealed = await words.seal({ title, why, nextStep } satisfies SealedWords, placeOf(saved));
      const change = { words: sealed, reviewOn, state, version };
      if (version === 1) {
        const row = { tenantId, id, pairId, owner, ...change };
        return (await db.insert(goal).values(row).onConflictDoNothing().returning({ id: goal.id })).length > 0;
      }
      const before = and(eq(goal.tenantId, tenantId), eq(goal.id, id), eq(goal.version, version - 1));
      return (await db.update(goal).set(change).where(before).returning({ id: goal.id })).length > 0;
    },
  };
}

const placeOf = (row: Pick<Goal, "id" | "pairId" | "owner">): Place => ({
  pairId: row.pairId,
  row: row.id,
  author: row.owner ?? "pair",
  noun: "goal",
});
