import { aboutCheckIn, checkInIds, job } from "./job.ts";

/** Asks the two favours of a meeting that was just made. */
export const furnishAfterBooking = job({
  name: "furnish-meeting",
  ids: checkInIds,
  subject: aboutCheckIn,
  perform: (ids, { furnishMeeting }) => furnishMeeting(ids),
});
