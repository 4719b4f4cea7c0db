import type { JobUseCases } from "../jobs/job.ts";
import type { UseCases } from "../use-cases/use-cases.ts";

/** What jobs ask of the use cases, which are there by the time that the first one runs. */
export const jobUseCases = (made: () => UseCases): JobUseCases => ({
  offerSlots: (ids) => made().offerSlots(ids),
  writeToCalendar: (ids) => made().writeToCalendar(ids),
  giveUpWriting: (ids) => made().giveUpWriting(ids),
  furnishMeeting: (ids) => made().furnishMeeting(ids),
  followCheckIn: (ids) => made().followCheckIn(ids),
  tellNews: (ids) => made().tellNews(ids),
  tellRhythm: (ids) => made().tellRhythm(ids),
  greetMeeting: (ids) => made().greetMeeting(ids),
  forgetMeetings: (ids) => made().forgetMeetings(ids),
  watchMailbox: (ids) => made().watchMailbox(ids),
  sweepMailbox: (ids) => made().sweepMailbox(ids),
  sweepMailboxes: (ids) => made().sweepMailboxes(ids),
  keepRhythm: (ids) => made().keepRhythm(ids),
  tellConnection: (ids) => made().tellConnection(ids),
  previewCohortBooking: (ids) => made().previewCohortBooking(ids),
  bookCohort: (ids) => made().bookCohort(ids),
  tellCohortBooking: (ids) => made().tellCohortBooking(ids),
});
