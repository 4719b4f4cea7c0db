import { recordBooking } from "./booking.ts";
import { type CalendarEvent, type CheckIn, untouched } from "./check-in.ts";
import type { OutlookCopy, OutlookTruth } from "./outlook-truth.ts";
import type { Slot } from "./slots/slot.ts";

/** Thursday and Friday of one week, and a moment on the Monday before. */
export const slot: Slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null };
export const later: Slot = { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:00:00Z", stretch: null };
export const monday = Date.parse("2026-11-23T12:00:00Z");
export const afterSlot = Date.parse("2026-11-26T11:30:00Z");

export const event: CalendarEvent = {
  organiser: "ana",
  eventId: "e1",
  iCalUId: "u1",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/x",
};

/** Times are offered to Ana and Ben for their third session. */
export const asked: CheckIn = {
  ...untouched,
  id: "c1",
  pairId: "p1",
  number: 3,
  status: "asked",
  minutes: 60,
  opener: "ben",
  booker: "ana",
  offered: [slot, later],
  slot: null,
  bookingId: null,
  event: null,
  version: 1,
};

/** Ana chose Thursday, and it is on its way. */
export const booking: CheckIn = { ...asked, status: "booking", slot, bookingId: "b1", version: 2 };

/** It stands in both calendars. */
export const booked: CheckIn = recordBooking(booking, event);

/** Ben wants it on Friday. */
export const moving: CheckIn = { ...booked, status: "moving", move: { id: "m1", slot: later, by: "ben" } };

/** Ana's copy of the booked check-in, as Outlook tells it. */
export const original = (changes: Partial<OutlookCopy> = {}): OutlookCopy => ({
  eventId: "e1",
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  isCancelled: false,
  joinUrl: event.joinUrl,
  response: "none",
  responses: { ben: "none" },
  guests: 0,
  ...changes,
});

/** Ben's copy. */
export const copy = (changes: Partial<OutlookCopy> = {}): OutlookCopy =>
  original({ eventId: "e2", responses: {}, ...changes });

export const truth = (organiser: OutlookTruth["organiser"], ben: OutlookTruth["organiser"] = copy()): OutlookTruth => ({
  organiser,
  others: { ben },
});
