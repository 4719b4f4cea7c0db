import { aboutCohortBooking, cohortBookingIds, job } from "./job.ts";

/** Looks for a time for each pair of a cohort, before its coordinator says yes. */
export const previewWhenAsked = job({
  name: "preview-cohort-booking",
  ids: cohortBookingIds,
  subject: aboutCohortBooking,
  perform: (ids, { previewCohortBooking }) => previewCohortBooking(ids),
});
