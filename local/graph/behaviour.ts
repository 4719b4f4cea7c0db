import { z } from "zod";

/**
 * How one mailbox behaves, set through `/_local/mailboxes/{id}`.
 *
 * - `duplicateTransaction`: the answer to a transaction id used before. "same" gives the first event again for the same body and 409
 *   for another; the others always refuse, with the id of the existing event where they say so.
 * - `deletedTransactions`: whether the transaction id of a deleted event is refused as used ("kept") or may make a new event ("free").
 * - `allowsTeamsMeetings`: false leaves `isOnlineMeeting` silently unheard.
 * - `scheduleError`: a response code that getSchedule answers for this mailbox instead of its times.
 * - `permissions`: what the application may do here, as Exchange's role assignments narrow it.
 * - `sharing`: what colleagues' schedules show of an event that isn't private.
 * - `hasMailbox`: false for someone who is in the directory only.
 * - `concurrent`: how many requests at once before throttling.
 * - `throttled`: the answer when throttled; absent means that its forms take turns. `retryAfter` is the header's text.
 */
export const behaviourSchema = z.strictObject({
  duplicateTransaction: z.enum(["same", "400", "400-with-id", "409", "409-with-id"]).default("same"),
  deletedTransactions: z.enum(["kept", "free"]).default("kept"),
  allowsTeamsMeetings: z.boolean().default(true),
  scheduleError: z.string().min(1).nullable().default(null),
  permissions: z.enum(["all", "read", "none"]).default("all"),
  sharing: z.enum(["times", "details"]).default("times"),
  hasMailbox: z.boolean().default(true),
  concurrent: z.number().int().min(1).default(4),
  throttled: z
    .strictObject({ status: z.union([z.literal(429), z.literal(503)]), retryAfter: z.string().nullable() })
    .nullable()
    .default(null),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

/** How a mailbox behaves until told otherwise. */
export const usualBehaviour: Behaviour = behaviourSchema.parse({});
