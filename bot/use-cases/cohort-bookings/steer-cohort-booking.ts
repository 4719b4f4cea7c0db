import { type BookingSteer, type CohortBookingId, steerBooking } from "../../../shared/domain/cohort-booking.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { type CohortBookingSeen, findTheirs, type NotTheirs, seen } from "./view.ts";

/** Confirms, pauses, resumes, undoes or discards a booking for a cohort. A job carries it out, and sees a pause between two batches. */
export const steerCohortBooking =
  ({ store }: Pick<Deps, "store">) =>
  ({
    by,
    cohortBookingId,
    steer,
  }: {
    readonly by: PersonRef;
    readonly cohortBookingId: CohortBookingId;
    readonly steer: BookingSteer;
  }): Promise<Result<CohortBookingSeen, NotTheirs | "not-at-this-point-of-booking">> =>
    store.transact(coordinator(by), async (records) => {
      const found = await findTheirs(records, by, cohortBookingId, { forChange: true });
      if (typeof found === "string") return refuse(found);
      const steered = steerBooking(found.booking, steer);
      if (!steered.ok) return steered;
      const booking = steered.value;
      if (booking !== found.booking && !(await records.cohortBookings.save(booking)))
        return refuse("not-at-this-point-of-booking");
      const ids = { tenantId: by.tenantId, cohortBookingId };
      if (booking.status === "running" || booking.status === "undoing")
        await records.queue({ name: "book-cohort", ...ids }, { once: cohortBookingId });
      await records.queue({ name: "tell-cohort-booking", ...ids }, { once: cohortBookingId });
      return done(await seen(records, booking, found.cohort));
    });
