import { and, desc, eq, ne, sql } from "drizzle-orm";
import { type CohortBooking, cohortBookingStatuses, isBookingOver } from "../../shared/domain/cohort-booking.ts";
import type { CohortBookingRecords } from "../ports/cohort-booking-records.ts";
import { anyOf } from "./any-of.ts";
import { bare, isDuplicate, Overtaken } from "./faults.ts";
import { pairBookingRecords } from "./pair-bookings.ts";
import { cohortBooking } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof cohortBooking.$inferSelect;

/** Bookings for cohorts. Of those for one cohort at most one is not over. */
export function cohortBookingRecords(transaction: Transaction): CohortBookingRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const oneOf = (id: string) => and(eq(cohortBooking.tenantId, tenantId), eq(cohortBooking.id, id));
  const ofCohort = (id: string) => and(eq(cohortBooking.tenantId, tenantId), eq(cohortBooking.cohortId, id));
  return {
    ...pairBookingRecords(transaction),
    find: async (id) => readFirst(await db.select().from(cohortBooking).where(oneOf(id))),
    findForChange: async (id) => readFirst(await db.select().from(cohortBooking).where(oneOf(id)).for("update")),
    latestOf: async (cohort) =>
      readFirst(
        await db.select().from(cohortBooking).where(ofCohort(cohort)).orderBy(desc(cohortBooking.begunAt)).limit(1),
      ),
    save: (saved) => (saved.version === 1 ? insert(transaction, saved) : update(transaction, saved)),
    cardOf: async (id) => (await db.select().from(cohortBooking).where(oneOf(id)))[0]?.card ?? null,
    saveCard: async (id, activityId) => {
      await db.update(cohortBooking).set({ card: activityId }).where(oneOf(id));
    },
  };
}

/** One that stands already, or beside which another is under way, is not added. */
async function insert({ db, actor: { tenantId } }: Transaction, saved: CohortBooking): Promise<boolean> {
  const { id, cohortId, by, status, version } = saved;
  const row = { tenantId, id, cohortId, by, status, version };
  const added = db.insert(cohortBooking).values(row).onConflictDoNothing().returning({ id: cohortBooking.id });
  return (await added).length > 0;
}

/** @throws Overtaken when another for the cohort was begun at the same moment; done again, the second is told so. */
async function update(transaction: Transaction, { id, cohortId, status, version }: CohortBooking): Promise<boolean> {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  if (!isBookingOver({ status }) && (await isAnotherUnderWay(transaction, cohortId, id))) return false;
  const same = and(eq(cohortBooking.tenantId, tenantId), eq(cohortBooking.id, id));
  const before = and(same, eq(cohortBooking.version, version - 1));
  try {
    const changed = db.update(cohortBooking).set({ status, version }).where(before);
    return (await changed.returning({ id: cohortBooking.id })).length > 0;
  } catch (error) {
    throw isDuplicate(bare(error)) ? new Overtaken("Another booking for the cohort was begun.") : error;
  }
}

async function isAnotherUnderWay(
  { db, actor: { tenantId } }: Transaction,
  cohortId: string,
  id: string,
): Promise<boolean> {
  const ofCohort = and(eq(cohortBooking.tenantId, tenantId), eq(cohortBooking.cohortId, cohortId));
  const underWay = anyOf(
    cohortBooking.status,
    cohortBookingStatuses.filter((status) => !isBookingOver({ status })),
  );
  const others = db.select({ one: sql`1` }).from(cohortBooking);
  return (await others.where(and(ofCohort, ne(cohortBooking.id, id), underWay)).limit(1)).length > 0;
}

function readFirst([row]: readonly Row[]): CohortBooking | null {
  if (!row) return null;
  const { id, cohortId, by, status, version } = row;
  return { id, cohortId, by, status, version };
}
