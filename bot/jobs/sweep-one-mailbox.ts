import { aboutMailbox, job, personIds } from "./job.ts";

/** Looks for what changed in one mailbox since the last look. */
export const sweepOneMailbox = job({
  name: "sweep-mailbox",
  ids: personIds,
  subject: aboutMailbox,
  perform: (ids, { sweepMailbox }) => sweepMailbox(ids),
});
