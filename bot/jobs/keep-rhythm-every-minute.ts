import { job, tenantIds } from "./job.ts";

/** Finds what is due, every minute. */
export const keepRhythmEveryMinute = job({
  name: "keep-rhythm",
  ids: tenantIds,
  subject: ({ tenantId }) => `${tenantId} rhythm`,
  perform: (ids, { keepRhythm }) => keepRhythm(ids),
});
