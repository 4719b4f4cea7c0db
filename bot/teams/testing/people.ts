import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Cohort } from "../../../shared/domain/cohort.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Person } from "../../../shared/domain/person.ts";

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

const slot = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, stretches: null });

/** Ana and Ben's fourth check-in, with three times on offer. */
export const offered: CheckIn = {
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
