import { job, rhythmIds, toPerson } from "./job.ts";

/** Says what its hour asks for: a reminder, or how it went. */
export const tellWhenDue = job({
  name: "tell-rhythm",
  ids: rhythmIds,
  subject: toPerson,
  perform: (ids, { tellRhythm }) => tellRhythm(ids),
});
