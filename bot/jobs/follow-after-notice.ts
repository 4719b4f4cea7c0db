import { aboutCheckIn, checkInIds, job } from "./job.ts";

/** Looks what became of a check-in in Outlook, after a notice or a sweep said that something did. */
export const followAfterNotice = job({
  name: "follow-check-in",
  ids: checkInIds,
  subject: aboutCheckIn,
  perform: (ids, { followCheckIn }) => followCheckIn(ids),
});
