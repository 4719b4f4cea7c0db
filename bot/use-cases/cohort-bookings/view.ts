import { maySeeCohort } from "../../../shared/domain/access.ts";
import type { Cohort } from "../../../shared/domain/cohort.ts";
import type { CohortBooking, CohortBookingCounts, CohortBookingId } from "../../../shared/domain/cohort-booking.ts";
import type { Records } from "../../ports.ts";
import { isCoordinator } from "../cohorts/is-coordinator.ts";
import { coordinator, type PersonRef } from "../deps.ts";

/** A booking for a cohort as its coordinator sees it: how many pairs stand where. */
export interface CohortBookingSeen extends Pick<CohortBooking, "id" | "cohortId" | "status"> {
  readonly cohortName: string;
  readonly counts: CohortBookingCounts;
}

export type NotTheirs = "not-a-coordinator" | "not-found";

/** A booking with its cohort, where the coordinator runs it; else why not. */
export async function findTheirs(
  records: Records,
  by: PersonRef,
  id: CohortBookingId,
  { forChange = false }: { readonly forChange?: boolean } = {},
): Promise<{ readonly booking: CohortBooking; readonly cohort: Cohort } | NotTheirs> {
  if (!maySeeCohort(coordinator(by)) || !(await isCoordinator(records, by))) return "not-a-coordinator";
  const booking = await (forChange ? records.cohortBookings.findForChange(id) : records.cohortBookings.find(id));
  const cohort = booking && (await records.programmes.findCohort(booking.cohortId));
  return cohort ? { booking, cohort } : "not-found";
}

/** The booking with its present counts. */
export const seen = async (records: Records, booking: CohortBooking, cohort: Cohort): Promise<CohortBookingSeen> => ({
  id: booking.id,
  cohortId: booking.cohortId,
  cohortName: cohort.name,
  status: booking.status,
  counts: await records.cohortBookings.counts(booking.id),
});
