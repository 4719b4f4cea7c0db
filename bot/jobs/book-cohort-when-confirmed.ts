import { aboutCohortBooking, cohortBookingIds, job } from "./job.ts";

/** Carries a booking for a cohort out, or takes it back. */
export const bookCohortWhenConfirmed = job({
  name: "book-cohort",
  ids: cohortBookingIds,
  subject: aboutCohortBooking,
  perform: (ids, { bookCohort }) => bookCohort(ids),
});
