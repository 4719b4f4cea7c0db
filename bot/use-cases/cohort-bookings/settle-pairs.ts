import { type CheckIn, owesCalendar } from "../../../shared/domain/check-in.ts";
import type { PairBooking } from "../../../shared/domain/cohort-booking.ts";
import { job } from "../deps.ts";
import type { CohortBookingDeps, CohortShift } from "./book-cohort.ts";

/** How many open pairs of a kind are looked at in one go. */
const atOnce = 1_000;

/** Writes down what became of pairs whose outcome was open. @returns how many are open still. */
export const settlePairs = ({ store }: CohortBookingDeps, shift: CohortShift): Promise<number> =>
  store.transact(job(shift.tenantId, "book-cohort"), async (records) => {
    const { cohortBookings, checkIns } = records;
    const open = [
      ...(await cohortBookings.takePairs(shift.cohortBookingId, "booking", atOnce)),
      ...(await cohortBookings.takePairs(shift.cohortBookingId, "undoing", atOnce)),
    ];
    const settled: PairBooking[] = [];
    for (const row of open) {
      const checkIn = row.checkInId && (await checkIns.find(row.checkInId));
      const now = checkIn ? settledAs(row, checkIn) : null;
      if (now) settled.push(now);
    }
    await cohortBookings.savePairs(settled);
    return open.length - settled.length;
  });

/** The row once its check-in has come to rest; `null` while it has not. */
function settledAs(row: PairBooking, checkIn: CheckIn): PairBooking | null {
  if (owesCalendar(checkIn)) return null;
  if (checkIn.status === "cancelled")
    return row.status === "undoing"
      ? { ...row, status: "undone", slot: null }
      : { ...row, status: "cannot", reason: "undone-by-the-pair", slot: null };
  if (checkIn.event) return { ...row, status: "booked", slot: checkIn.slot ?? row.slot };
  return { ...row, status: "cannot", reason: "outlook-refused", slot: null };
}
