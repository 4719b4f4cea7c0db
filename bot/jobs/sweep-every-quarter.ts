import { job, tenantIds } from "./job.ts";

/** Finds whose mailboxes to look through, every fifteen minutes. */
export const sweepEveryQuarter = job({
  name: "sweep-mailboxes",
  ids: tenantIds,
  subject: ({ tenantId }) => `${tenantId} sweep`,
  perform: (ids, { sweepMailboxes }) => sweepMailboxes(ids),
});
