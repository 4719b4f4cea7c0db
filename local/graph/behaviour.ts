import { z } from "zod";

const offset = {
  time: z.string().regex(/^\d\d:\d\d:\d\d(\.\d+)?$/),
  dayOccurrence: z.number().int().min(1).max(5),
  dayOfWeek: z.enum(["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]),
  month: z.number().int().min(1).max(12),
  year: z.number().int().min(0).default(0),
};
const customZoneSchema = z.strictObject({
  bias: z.number().int(),
  standardOffset: z.strictObject(offset),
  daylightOffset: z.strictObject({ daylightBias: z.number().int(), ...offset }),
});
const time = z.string().regex(/^\d\d:\d\d$/);

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
 * - `elsewhereDigit`: how availabilityView tells "working elsewhere": as its own digit, 4, or as the free that older answers have.
 * - `hasMailbox`: false for someone who is in the directory only.
 * - `concurrent`: how many requests at once before throttling; `perTenMinutes`: how many in a rolling ten minutes.
 * - `throttled`: the answer when throttled; absent means that its forms take turns. `retryAfter` is the header's text, or "date" for
 *   a date two seconds ahead.
 * - `bodyCarriesMeeting`: false keeps the Teams meeting of an event whose body is written anew without the meeting's block.
 * - `duplicateSubscriptions`: whether a second subscription of one application to the same changes is refused with 409, as documented.
 * - `deltaTellsDeletions`: false leaves deleted events out of delta answers.
 * - `appsInChats`: false refuses adding apps to the chats of meetings that this person organises, and for this person.
 * - `meetingAccess`: false takes away the application access policy, without which an application may not touch online meetings.
 * - `meetingOptions`: false refuses changing what may be recorded and transcribed.
 * - `workingHours`: other hours than the person's own; ISO weekdays, "HH:MM".
 * - `customZone`: a zone of the mailbox's own making, told by its rules; `bias` is minutes to add to local time for UTC.
 * - `automaticReplies`: when replies go out by themselves, in UTC.
 */
export const behaviourSchema = z.strictObject({
  duplicateTransaction: z.enum(["same", "400", "400-with-id", "409", "409-with-id"]).default("same"),
  deletedTransactions: z.enum(["kept", "free"]).default("kept"),
  allowsTeamsMeetings: z.boolean().default(true),
  scheduleError: z.string().min(1).nullable().default(null),
  permissions: z.enum(["all", "read", "none"]).default("all"),
  sharing: z.enum(["times", "details"]).default("times"),
  elsewhereDigit: z.union([z.literal(0), z.literal(4)]).default(0),
  hasMailbox: z.boolean().default(true),
  concurrent: z.number().int().min(1).default(4),
  perTenMinutes: z.number().int().min(1).default(10_000),
  throttled: z
    .strictObject({ status: z.union([z.literal(429), z.literal(503)]), retryAfter: z.string().nullable() })
    .nullable()
    .default(null),
  bodyCarriesMeeting: z.boolean().default(true),
  duplicateSubscriptions: z.enum(["refused", "allowed"]).default("refused"),
  deltaTellsDeletions: z.boolean().default(true),
  appsInChats: z.boolean().default(true),
  meetingAccess: z.boolean().default(true),
  meetingOptions: z.boolean().default(true),
  workingHours: z
    .strictObject({ days: z.array(z.number().int().min(1).max(7)), from: time, to: time })
    .nullable()
    .default(null),
  customZone: customZoneSchema.nullable().default(null),
  automaticReplies: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable().default(null),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

/** How a mailbox behaves until told otherwise. */
export const usualBehaviour: Behaviour = behaviourSchema.parse({});
