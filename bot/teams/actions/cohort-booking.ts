import { beginBooking, steerBooking } from "../answers/cohort-booking.ts";
import { action } from "./action.ts";

/** "Book first check-ins", "Look again": looks for times, and books nothing before a yes. */
export const beginCohortBookingAction = action("begin-cohort-booking", ({ cohortId }, turn) =>
  beginBooking(turn, cohortId),
);

/** The buttons under a booking for a cohort. */
export const steerCohortBookingAction = action("steer-cohort-booking", ({ cohortBookingId, steer }, turn) =>
  steerBooking(turn, cohortBookingId, steer),
);
