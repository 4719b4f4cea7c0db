import type { CohortId } from "../../../shared/domain/cohort.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { isCoordinator } from "../cohorts/is-coordinator.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { type CohortBookingSeen, type NotTheirs, seen } from "./view.ts";

/** Begins to look for a first check-in for every pair of the cohort that has none. Nothing is booked until a coordinator confirms. */
export const beginCohortBooking =
  ({ store, newId }: Pick<Deps, "store" | "newId">) =>
  ({
    by,
    cohortId,
  }: {
    readonly by: PersonRef;
    readonly cohortId: CohortId;
  }): Promise<Result<CohortBookingSeen, NotTheirs | "cohort-is-being-booked">> =>
    store.transact(coordinator(by), async (records) => {
      if (!(await isCoordinator(records, by))) return refuse("not-a-coordinator");
      const cohort = await records.programmes.findCohort(cohortId);
      if (!cohort) return refuse("not-found");
      const booking = { id: newId(), cohortId, by: by.personId, status: "looking", version: 1 } as const;
      if (!(await records.cohortBookings.save(booking))) return refuse("cohort-is-being-booked");
      await records.cohortBookings.addPairs(booking.id);
      await records.queue(
        { name: "preview-cohort-booking", tenantId: by.tenantId, cohortBookingId: booking.id },
        { once: booking.id },
      );
      return done(await seen(records, booking, cohort));
    });
