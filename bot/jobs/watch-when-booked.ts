import { aboutMailbox, job, personIds } from "./job.ts";

/** Begins, renews or ends listening to a mailbox, once something of ours stands in it. */
export const watchWhenBooked = job({
  name: "watch-mailbox",
  ids: personIds,
  subject: aboutMailbox,
  perform: (ids, { watchMailbox }) => watchMailbox(ids),
});
