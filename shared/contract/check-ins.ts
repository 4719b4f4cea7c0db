import { z } from "zod";
import { checkInStatuses, meetingFavours } from "../domain/check-in.ts";
import { lossCauses } from "../domain/news.ts";
import type { NoSlotReason } from "../domain/slots/slot-search.ts";
import { date, endpoint, id, instant, noBody } from "./endpoint.ts";

export const slotView = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  stretch: z.strictObject({ person: id, side: z.enum(["before", "after"]), lastBorneBy: id.nullable() }).nullable(),
});
export type SlotView = z.infer<typeof slotView>;

export const checkInView = z.strictObject({
  id,
  number: z.int(),
  status: z.enum(checkInStatuses),
  minutes: z.int(),
  opener: id,
  booker: id,
  offered: z.array(slotView),
  slot: slotView.nullable(),
  joinUrl: z.string().nullable(),
  /** Held on the spot, in a meeting that stands in no calendar. */
  isOnTheSpot: z.boolean(),
  /** Where it is on its way to, while it is moving. */
  movingTo: slotView.nullable(),
  /** Who of the pair declined in Outlook. */
  declined: z.array(id),
  /** How many people besides the pair are invited. */
  guests: z.int(),
  appInChat: z.enum(meetingFavours),
  recordingOff: z.enum(meetingFavours),
  /** Who said whether it was held. */
  settledBy: id.nullable(),
  /** Why a chosen time didn't reach the calendars, while the pair has not asked again: something else came first, or Outlook didn't take it. */
  lostBecause: z.enum(lossCauses).nullable(),
});
export type CheckInView = z.infer<typeof checkInView>;

/** Why there is no time to offer, whose calendar can't be read, and what would open a time. */
export const noSlotsView = z.strictObject({
  reason: z.enum([
    "calendar-unreadable",
    "no-hour-in-common",
    "only-the-same-person-again",
    "all-common-hours-taken",
  ] satisfies readonly NoSlotReason[]),
  unreadable: z.array(id),
  openings: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("shorter"), minutes: z.int() }),
      /** The first time that may be free; the calendars are read anew before it is offered. */
      z.strictObject({ kind: z.literal("later"), from: instant }),
      z.strictObject({ kind: z.literal("same-person-again"), person: id }),
    ]),
  ),
});
export type NoSlotsView = z.infer<typeof noSlotsView>;

/** A check-in for which times were asked: with them, or with why there are none. */
export const askedCheckInView = checkInView.extend({ noSlots: noSlotsView.nullable() });

/** Which times are wanted. */
export const timesWanted = z.strictObject({
  /** Times besides those on offer. */
  others: z.boolean().optional(),
  /** Times for a check-in that is booked; it keeps its hour until another is chosen. */
  move: z.boolean().optional(),
  /** A day to look around, as the asker's own calendar has it. */
  around: date.optional(),
  /** How long it is to be; one that is booked already becomes so only with the time that is chosen. */
  minutes: z.int().optional(),
  /** Allows, this once, hours that stretch the day of whoever bore the last such hour. Only that person can choose one of them. */
  evenAgain: z.boolean().optional(),
});
export type TimesWanted = z.infer<typeof timesWanted>;

export const askForCheckIn = endpoint({
  id: "askForCheckIn",
  method: "POST",
  path: "/api/pairs/:pairId/check-ins",
  summary:
    "Three times that suit everyone in the pair, or why there are none; asked again, fresh ones for the same check-in",
  role: "participant",
  params: z.strictObject({ pairId: id }),
  body: timesWanted,
  output: askedCheckInView,
  refusals: [
    "not-found",
    "pair-is-resting",
    "already-booked",
    "check-in-is-over",
    "impossible-length",
    "calendar-away",
    "calendar-not-connected",
  ],
});

export const bookCheckIn = endpoint({
  id: "bookCheckIn",
  method: "POST",
  path: "/api/check-ins/:checkInId/booking",
  summary: "Chooses one of the offered times: the check-in goes into every calendar once, or moves there",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: z.strictObject({ startsAt: instant }),
  output: checkInView,
  refusals: [
    "not-found",
    "already-booked",
    "time-not-offered",
    "not-yours-to-choose",
    "time-has-passed",
    "check-in-is-over",
  ],
});

export const readCheckIn = endpoint({
  id: "readCheckIn",
  method: "GET",
  path: "/api/check-ins/:checkInId",
  summary: "Where a check-in stands",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: noBody,
  output: checkInView,
  refusals: ["not-found"],
});

export const cancelCheckIn = endpoint({
  id: "cancelCheckIn",
  method: "POST",
  path: "/api/check-ins/:checkInId/cancellation",
  summary: "Calls a check-in off, in every calendar, with a note that the others read in the cancellation",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: z.strictObject({ note: z.string().trim().max(500).optional() }),
  output: checkInView,
  refusals: ["not-found", "check-in-is-over"],
});

export const changeLength = endpoint({
  id: "changeLength",
  method: "POST",
  path: "/api/check-ins/:checkInId/length",
  summary: "Makes a check-in shorter or longer from the same start",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: z.strictObject({ minutes: z.int() }),
  output: checkInView,
  refusals: ["not-found", "impossible-length", "already-booked", "time-has-passed", "check-in-is-over"],
});

export const answerCheckIn = endpoint({
  id: "answerCheckIn",
  method: "POST",
  path: "/api/check-ins/:checkInId/answer",
  summary: "Says whether the pair met",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: z.strictObject({ met: z.boolean() }),
  output: checkInView,
  refusals: ["not-found", "check-in-is-over", "not-booked"],
});

export const exportCheckIns = endpoint({
  id: "exportCheckIns",
  method: "GET",
  path: "/api/pairs/:pairId/check-ins/export",
  summary: "The pair's check-ins as an iCalendar file for other calendars",
  role: "participant",
  params: z.strictObject({ pairId: id }),
  body: noBody,
  output: z.strictObject({ fileName: z.string(), content: z.string() }),
  refusals: ["not-found"],
});
