import { job, tenantIds } from "./job.ts";

/** Forgets who was in meetings whose end was never heard, every hour. */
export const forgetMeetingsEveryHour = job({
  name: "forget-meetings",
  ids: tenantIds,
  subject: ({ tenantId }) => `${tenantId} meetings`,
  perform: (ids, { forgetMeetings }) => forgetMeetings(ids),
});
