import type { JobOutcome, JobUseCases } from "../../bot/jobs/job.ts";

/** The ids of any job. */
export interface AnyIds {
  readonly tenantId: string;
  readonly checkInId?: string;
  readonly personId?: string;
}

/** One function for every job, but for those that are given. */
export const everyHandler = (
  perform: (ids: AnyIds) => Promise<JobOutcome>,
  others: Partial<JobUseCases> = {},
): JobUseCases => ({
  offerSlots: perform,
  writeToCalendar: perform,
  giveUpWriting: perform,
  furnishMeeting: perform,
  followCheckIn: perform,
  tellNews: perform,
  tellRhythm: perform,
  greetMeeting: perform,
  forgetMeetings: perform,
  watchMailbox: perform,
  sweepMailbox: perform,
  sweepMailboxes: perform,
  keepRhythm: perform,
  tellConnection: perform,
  previewCohortBooking: perform,
  bookCohort: perform,
  tellCohortBooking: perform,
  ...others,
});
