import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type CohortBookingCounts, type PairBooking, pairBookingStatuses } from "../../shared/domain/cohort-booking.ts";
import type { CohortBookingRecords, PairBookingRow } from "../ports/cohort-booking-records.ts";
import { cohortBooking, pairBooking } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof pairBooking.$inferSelect;

/** Where pairs stand in a booking for their cohort. Coordinators get counts and pages from functions, never a row. */
export function pairBookingRecords(
  transaction: Transaction,
): Pick<CohortBookingRecords, "addPairs" | "savePairs" | "takePairs" | "ofCheckIn" | "counts" | "page"> {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  return {
    addPairs: async (id) => {
      const [row] = await db.execute<{ added: number }>(sql`select app.add_pair_bookings(${id}) as added`);
      return row?.added ?? 0;
    },
    savePairs: (pairs) => savePairs(transaction, pairs),
    takePairs: async (id, status, limit) => {
      const { cohortBookingId, pairId } = pairBooking;
      const there = and(
        eq(pairBooking.tenantId, tenantId),
        eq(cohortBookingId, id),
        sql`${pairBooking.status} = ${status}`,
      );
      const taken = db.select().from(pairBooking).where(there).orderBy(asc(pairId)).limit(limit);
      return (await taken.for("update", { skipLocked: true })).map(read);
    },
    ofCheckIn: async (checkInId) => {
      const { tenantId: tenant, id, begunAt } = cohortBooking;
      const whole = and(eq(tenant, pairBooking.tenantId), eq(id, pairBooking.cohortBookingId));
      const same = and(eq(pairBooking.tenantId, tenantId), eq(pairBooking.checkInId, checkInId));
      const found = db.select({ row: pairBooking }).from(pairBooking).innerJoin(cohortBooking, whole).where(same);
      const [newest] = await found.orderBy(desc(begunAt)).limit(1);
      return newest ? read(newest.row) : null;
    },
    counts: async (id) => {
      const asked = sql`select app.count_pair_bookings(${id}) as counted`;
      const [row] = await db.execute<{ counted: Partial<CohortBookingCounts> | null }>(asked);
      const counts = pairBookingStatuses.map((status) => [status, row?.counted?.[status] ?? 0]);
      return Object.fromEntries(counts) as CohortBookingCounts;
    },
    page: async (id, { status, after, limit }) => {
      const asked = sql`select app.cohort_booking_page(${id}, ${status}, ${after}, ${limit}) as page`;
      const [row] = await db.execute<{ page: PairBookingRow[] | null }>(asked);
      return row?.page ?? [];
    },
  };
}

/** All in one statement, however many they are. */
async function savePairs({ db, actor: { tenantId } }: Transaction, pairs: readonly PairBooking[]): Promise<void> {
  if (pairs.length === 0) return;
  await db.execute(sql`
    update app.pair_booking as stored
    set status = saved.status, slot = nullif(saved.slot, 'null'), check_in_id = saved."checkInId", reason = saved.reason
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as saved
      ("cohortBookingId" text, "pairId" text, status text, slot jsonb, "checkInId" text, reason text)
    where stored.tenant_id = ${tenantId} and stored.cohort_booking_id = saved."cohortBookingId"
      and stored.pair_id = saved."pairId"`);
}

const read = ({ cohortBookingId, pairId, status, slot, checkInId, reason }: Row): PairBooking => ({
  cohortBookingId,
  pairId,
  status,
  slot,
  checkInId,
  reason,
});
