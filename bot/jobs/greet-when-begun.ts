import { aboutMeeting, job, meetingIds } from "./job.ts";

/** Says in a meeting's chat where the session is, a moment after the meeting began, where nobody has opened it. */
export const greetWhenBegun = job({
  name: "greet-meeting",
  ids: meetingIds,
  subject: aboutMeeting,
  perform: (ids, { greetMeeting }) => greetMeeting(ids),
});
