import { aboutCohortBooking, cohortBookingIds, job } from "./job.ts";

/** Shows a coordinator how far the booking for a cohort is. */
export const tellAsCohortIsBooked = job({
  name: "tell-cohort-booking",
  ids: cohortBookingIds,
  subject: (ids) => `${aboutCohortBooking(ids)} to its coordinator`,
  perform: (ids, { tellCohortBooking }) => tellCohortBooking(ids),
});
