import { z } from "zod";

/** One notice of Microsoft Graph about a mailbox. It says that something changed, and nothing that may be relied on: read it again. */
export const outlookNotice = z.object({
  subscriptionId: z.string().min(1).max(200),
  clientState: z.string().max(200).nullish(),
  changeType: z.string().max(50).nullish(),
  lifecycleEvent: z.string().max(50).nullish(),
  resource: z.string().max(2_000).nullish(),
  /** `id` is the event's id in that mailbox. */
  resourceData: z.object({ id: z.string().max(1_000).nullish() }).nullish(),
  tenantId: z.string().max(100).nullish(),
});
export type OutlookNotice = z.infer<typeof outlookNotice>;

/** What Graph posts: several notices together, each to be read by itself. */
export const outlookNotices = z.object({ value: z.array(z.unknown()).max(5_000) });

/** The longest token that is given back in the handshake, in characters. */
export const longestValidationToken = 2_048;
