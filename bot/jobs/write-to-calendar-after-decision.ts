import { aboutCheckIn, checkInIds, job } from "./job.ts";

/** Brings the calendars to what the pair decided. What doesn't succeed in about a day goes back to the pair. */
export const writeToCalendarAfterDecision = job({
  name: "write-to-calendar",
  ids: checkInIds,
  subject: aboutCheckIn,
  perform: (ids, { writeToCalendar }) => writeToCalendar(ids),
  giveUp: (ids, { giveUpWriting }) => giveUpWriting(ids),
});
