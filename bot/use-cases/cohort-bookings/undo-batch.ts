import { cancelCheckIn } from "../../../shared/domain/booking.ts";
import { isAhead } from "../../../shared/domain/check-in.ts";
import type { PairBooking } from "../../../shared/domain/cohort-booking.ts";
import type { Records } from "../../ports.ts";
import { job } from "../deps.ts";
import type { CohortBookingDeps, CohortShift } from "./book-cohort.ts";

/** How many pairs are taken back in one transaction. */
const batch = 50;

/**
 * Takes a batch of pairs back: what was not begun is let go, and what was booked, or is on its way, is cancelled through the check-in's own
 * job. A check-in that has begun stays, and so does what the pair did itself.
 *
 * @returns how many pairs it touched.
 */
export const undoBatch = ({ store, clock }: CohortBookingDeps, shift: CohortShift): Promise<number> =>
  store.transact(job(shift.tenantId, "book-cohort"), async (records) => {
    const { takePairs, savePairs } = records.cohortBookings;
    const waiting = await takePairs(shift.cohortBookingId, "can", batch * 10);
    const begun = [
      ...(await takePairs(shift.cohortBookingId, "booked", batch)),
      ...(await takePairs(shift.cohortBookingId, "booking", batch)),
    ];
    const rows: PairBooking[] = waiting.map((row) => ({ ...row, status: "undone", slot: null }));
    for (const row of begun) rows.push(await takeBack(records, row, shift, clock.now()));
    await savePairs(rows);
    return rows.length;
  });

async function takeBack(
  records: Records,
  row: PairBooking,
  shift: CohortShift,
  now: Temporal.Instant,
): Promise<PairBooking> {
  const checkIn = row.checkInId && (await records.checkIns.findForChange(row.checkInId));
  if (!checkIn) return { ...row, status: "undone", slot: null };
  if (checkIn.status === "cancelled") return { ...row, status: "cannot", reason: "undone-by-the-pair", slot: null };
  const hasBegun = checkIn.slot && Temporal.Instant.compare(Temporal.Instant.from(checkIn.slot.startsAt), now) <= 0;
  const cancelled =
    isAhead(checkIn) && !hasBegun ? cancelCheckIn(checkIn, null, { note: null, now: now.epochMilliseconds }) : null;
  if (!cancelled?.ok) return { ...row, status: "cannot", reason: "already-booked" };
  await records.checkIns.save(cancelled.value);
  await records.queue(
    { name: "write-to-calendar", tenantId: shift.tenantId, checkInId: checkIn.id },
    { once: `${checkIn.id}:cancel` },
  );
  return { ...row, status: "undoing" };
}
