import { type CheckIn, untouched } from "../../../shared/domain/check-in.ts";
import type { Cohort } from "../../../shared/domain/cohort.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Person } from "../../../shared/domain/person.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import type { CohortBookingShown } from "../cards/cohort-booking-card.ts";

export const tenantId = "7a3f0c52-6d1e-4b8a-9c55-1f2e3d4c5b6a";
export const appId = "b07a1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d";
export const checkInId = "0b9f6a5e-2f5e-4c9c-8d2b-111111111111";
export const cohortId = "0b9f6a5e-2f5e-4c9c-8d2b-222222222222";
export const pairId = "0b9f6a5e-2f5e-4c9c-8d2b-333333333333";

/** A Monday noon in London. */
export const now = Temporal.Instant.from("2026-11-23T12:00:00Z");

const person = (nth: number, name: string, fullName: string, timeZone: string): Person => ({
  tenantId,
  id: `00000000-0000-4000-a000-00000000000${nth}`,
  name,
  fullName,
  locale: "en-GB",
  timeZone,
});

export const ana = person(1, "Ana", "Ana Moreau", "Europe/London");
export const ben = person(2, "Ben", "Ben Okafor", "Asia/Kolkata");
export const chidi = person(3, "Chidi", "Chidi Lindqvist", "Europe/London");
export const elif = person(5, "Elif", "Elif Kaya", "Europe/Istanbul");

export const pair: Pair = {
  tenantId,
  id: pairId,
  cohortId,
  members: [ana.id, ben.id],
  status: "meeting",
  agreementLines: [],
};

export const springCohort: Cohort = {
  tenantId,
  id: cohortId,
  programmeId: "0b9f6a5e-2f5e-4c9c-8d2b-444444444444",
  name: "Spring 2027",
  startsOn: "2027-03-01",
  endsOn: "2027-09-01",
  minutes: 60,
  cadenceDays: 28,
};

export const slot = (startsAt: string, endsAt: string, stretch: Slot["stretch"] = null): Slot => ({
  startsAt,
  endsAt,
  stretch,
});

/** Ana and Ben's fourth check-in, with three times on offer. */
export const offered: CheckIn = {
  ...untouched,
  id: checkInId,
  pairId,
  number: 4,
  status: "asked",
  minutes: 60,
  opener: ana.id,
  booker: ana.id,
  offered: [
    slot("2027-01-05T10:00:00Z", "2027-01-05T11:00:00Z"),
    slot("2027-01-06T11:00:00Z", "2027-01-06T12:00:00Z"),
    slot("2027-01-08T09:30:00Z", "2027-01-08T10:30:00Z"),
  ],
  slot: null,
  bookingId: null,
  event: null,
  version: 1,
};

export const chosen: CheckIn = {
  ...offered,
  status: "booking",
  bookingId: "0b9f6a5e-2f5e-4c9c-8d2b-555555555555",
  slot: slot("2027-01-06T11:00:00Z", "2027-01-06T12:00:00Z"),
};

export const booked: CheckIn = {
  ...chosen,
  status: "booked",
  offered: [],
  event: {
    organiser: ana.id,
    eventId: "event",
    iCalUId: "ical",
    joinUrl: "https://teams.microsoft.com/l/meetup-join/1",
  },
};

/** Booked, and on its way to the following day. */
export const moving: CheckIn = {
  ...booked,
  status: "moving",
  move: { id: "move", by: ana.id, slot: slot("2027-01-07T11:00:00Z", "2027-01-07T12:00:00Z") },
};

export const cancelled: CheckIn = { ...booked, status: "cancelled", bookingId: null, event: null };

/** Begun this morning, an hour and a half before `now`, and over by now. */
export const ended: CheckIn = { ...booked, slot: slot("2026-11-23T10:30:00Z", "2026-11-23T11:30:00Z") };

export const cohortBookingId = "0b9f6a5e-2f5e-4c9c-8d2b-666666666666";

/** Elif's booking for the spring cohort, with times for twelve of fourteen pairs. */
export const ready: CohortBookingShown = {
  id: cohortBookingId,
  cohortId,
  cohortName: "Spring 2027",
  status: "ready",
  counts: { looking: 0, can: 12, cannot: 2, booking: 0, booked: 0, undoing: 0, undone: 0 },
};

/** The same while it runs. */
export const running: CohortBookingShown = {
  ...ready,
  status: "running",
  counts: { ...ready.counts, can: 6, booking: 1, booked: 5 },
};
