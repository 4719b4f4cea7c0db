import { owesCalendar } from "../../../shared/domain/check-in.ts";
import { job } from "../deps.ts";
import type { CohortBookingDeps, CohortShift } from "./book-cohort.ts";

/** How many pairs are taken up in one go. */
const atOnce = 1_000;

/**
 * Gives each check-in that a dead process left on its way a job of its own, which brings it to its end. To be called while no batch is under
 * way: whatever is on its way then was left behind, or has such a job already.
 *
 * @param takenUp - bookings that were given their job before; it grows.
 */
export const takeUpLeftovers = (
  { store }: CohortBookingDeps,
  { tenantId, cohortBookingId }: CohortShift,
  takenUp: Set<string>,
): Promise<void> =>
  store.transact(job(tenantId, "book-cohort"), async ({ cohortBookings, checkIns, queue }) => {
    for (const { checkInId } of await cohortBookings.takePairs(cohortBookingId, "booking", atOnce)) {
      const checkIn = checkInId && (await checkIns.find(checkInId));
      if (!checkIn?.bookingId || !owesCalendar(checkIn) || takenUp.has(checkIn.bookingId)) continue;
      takenUp.add(checkIn.bookingId);
      await queue(
        { name: "write-to-calendar", tenantId, checkInId: checkIn.id },
        { once: `left:${checkIn.bookingId}` },
      );
    }
  });
