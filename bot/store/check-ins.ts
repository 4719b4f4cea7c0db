import { and, asc, desc, eq, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import type { CheckInRecords } from "../ports/check-in-records.ts";
import { anyOf } from "./any-of.ts";
import { type CheckInRow, readCheckIn, writeCheckIn } from "./check-in-row.ts";
import { chatIdIn } from "./meeting-link.ts";
import { ownPairIds } from "./pairs.ts";
import { checkIn } from "./schema.ts";
import type { SealingKeys } from "./seal.ts";
import { standingIn } from "./standing.ts";
import type { Transaction } from "./transaction.ts";

/** Those whose calendars a job has to bring to what the pair decided, as the domain's `owesCalendar` and their index say it. */
const isOwing = sql`(${checkIn.status} in ('booking', 'moving') or (${checkIn.status} = 'cancelled' and ${isNotNull(checkIn.bookingId)}))`;

/** Check-ins: the pair's own, and every pair's for the jobs that look after them. */
export function checkInRecords(transaction: Transaction, keys: SealingKeys): CheckInRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const oneOf = (id: string) => and(eq(checkIn.tenantId, tenantId), eq(checkIn.id, id));
  const readAll = (rows: readonly CheckInRow[]) => rows.map((row) => readCheckIn(row, keys));
  const readFirst = ([row]: readonly CheckInRow[]) => (row ? readCheckIn(row, keys) : null);
  const all = (which: SQL | undefined) =>
    db
      .select()
      .from(checkIn)
      .where(and(eq(checkIn.tenantId, tenantId), which));
  return {
    find: async (id) => readFirst(await all(eq(checkIn.id, id))),
    findForChange: async (id) => readFirst(await all(eq(checkIn.id, id)).for("update")),
    ofPair: async (pairId) =>
      readAll(await all(eq(checkIn.pairId, pairId)).orderBy(asc(checkIn.number), asc(checkIn.wishedAt))),
    standingBetween: async (interval) =>
      readAll(await all(standingIn(interval)).orderBy(asc(checkIn.slotStartsAt), asc(checkIn.id))),
    owing: async (before) =>
      readAll(await all(and(isOwing, lt(checkIn.changedAt, before.toString()))).orderBy(asc(checkIn.changedAt))),
    findByMeeting: async (joinUrlOrChatId) => {
      const chatId = chatIdIn(joinUrlOrChatId);
      const sameLink = eq(checkIn.eventJoinUrl, joinUrlOrChatId);
      const meeting = chatId === null ? sameLink : or(sameLink, eq(checkIn.eventChatId, chatId));
      const mine = all(and(anyOf(checkIn.pairId, await ownPairIds(transaction)), meeting));
      return readFirst(await mine.orderBy(desc(checkIn.number), desc(checkIn.wishedAt)).limit(1));
    },
    save: (saved) => saveCheckIn(transaction, saved, writeCheckIn(tenantId, saved, keys), oneOf(saved.id)),
  };
}

async function saveCheckIn(
  { db, actor: { tenantId } }: Transaction,
  { id, pairId, version }: CheckIn,
  change: ReturnType<typeof writeCheckIn>,
  same: SQL | undefined,
): Promise<boolean> {
  const stored = { id: checkIn.id };
  if (version === 1) {
    const row = { tenantId, id, pairId, ...change };
    return (await db.insert(checkIn).values(row).onConflictDoNothing().returning(stored)).length > 0;
  }
  const before = and(same, eq(checkIn.version, version - 1));
  const changed = { ...change, changedAt: sql`clock_timestamp()` };
  return (await db.update(checkIn).set(changed).where(before).returning(stored)).length > 0;
}
