import type { CohortId } from "../../../shared/domain/cohort.ts";
import type { CohortBookingId } from "../../../shared/domain/cohort-booking.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { isCoordinator } from "../cohorts/is-coordinator.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { type CohortBookingSeen, findTheirs, type NotTheirs, seen } from "./view.ts";

/** How far a booking for a cohort is. */
export const readCohortBooking =
  ({ store }: Pick<Deps, "store">) =>
  ({
    by,
    cohortBookingId,
  }: {
    readonly by: PersonRef;
    readonly cohortBookingId: CohortBookingId;
  }): Promise<Result<CohortBookingSeen, NotTheirs>> =>
    store.transact(coordinator(by), async (records) => {
      const found = await findTheirs(records, by, cohortBookingId);
      return typeof found === "string" ? refuse(found) : done(await seen(records, found.booking, found.cohort));
    });

/** The cohort's latest booking; `null` where there was none, or it was discarded. */
export const readLatestCohortBooking =
  ({ store }: Pick<Deps, "store">) =>
  ({
    by,
    cohortId,
  }: {
    readonly by: PersonRef;
    readonly cohortId: CohortId;
  }): Promise<Result<{ readonly booking: CohortBookingSeen | null }, NotTheirs>> =>
    store.transact(coordinator(by), async (records) => {
      if (!(await isCoordinator(records, by))) return refuse("not-a-coordinator");
      const cohort = await records.programmes.findCohort(cohortId);
      if (!cohort) return refuse("not-found");
      const booking = await records.cohortBookings.latestOf(cohortId);
      return done({ booking: booking && booking.status !== "discarded" ? await seen(records, booking, cohort) : null });
    });
