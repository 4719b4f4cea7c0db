import type { CohortBookingId } from "../../../shared/domain/cohort-booking.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { findTheirs } from "./view.ts";

/** Remembers the message that shows the progress, so that it can be kept up to date. */
export const rememberCohortBookingCard =
  ({ store }: Pick<Deps, "store">) =>
  ({
    by,
    cohortBookingId,
    activityId,
  }: {
    readonly by: PersonRef;
    readonly cohortBookingId: CohortBookingId;
    readonly activityId: string;
  }): Promise<void> =>
    store.transact(coordinator(by), async (records) => {
      const found = await findTheirs(records, by, cohortBookingId);
      if (typeof found !== "string") await records.cohortBookings.saveCard(cohortBookingId, activityId);
    });
