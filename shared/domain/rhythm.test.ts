import { describe, expect, it } from "vitest";
import { isDue, isOfferDue, isQuiet } from "./rhythm.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const event = { organiser: "ana", eventId: "e", iCalUId: "u", joinUrl: null };
const slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null };
const booked = { status: "booked", event, slot } as const;

describe("reminders", () => {
  it("[RHYTHM-1] come a day before, once it is no quiet hour for the one who is reminded", () => {
    const due = (now: string, zone = "Europe/London") => isDue("day-before", booked, zone, at(now));
    expect(due("2026-11-25T09:59:00Z")).toBe(false);
    expect(due("2026-11-25T10:00:00Z")).toBe(true);
    expect(due("2026-11-25T19:30:00Z")).toBe(false);
    expect(due("2026-11-25T11:00:00Z", "Asia/Tokyo")).toBe(false);
    expect(due("2026-11-25T23:00:00Z", "Asia/Tokyo")).toBe(true);
  });

  it("[RHYTHM-2] are left out rather than late", () => {
    expect(isDue("day-before", booked, "Europe/London", at("2026-11-26T08:00:00Z"))).toBe(false);
    expect(isDue("ten-minutes-before", booked, "Europe/London", at("2026-11-26T10:00:00Z"))).toBe(false);
  });

  it("[RHYTHM-1] come again ten minutes before, whatever the hour", () => {
    const early = { ...booked, slot: { ...slot, startsAt: "2026-11-26T05:00:00Z", endsAt: "2026-11-26T06:00:00Z" } };
    expect(isDue("ten-minutes-before", early, "Europe/London", at("2026-11-26T04:49:59Z"))).toBe(false);
    expect(isDue("ten-minutes-before", early, "Europe/London", at("2026-11-26T04:50:00Z"))).toBe(true);
  });

  it("[RHYTHM-3] say nothing of a check-in that stands in no calendar", () => {
    for (const status of ["asked", "booking", "cancelled", "held", "missed"] as const)
      expect(isDue("day-before", { ...booked, status }, "Europe/London", at("2026-11-25T12:00:00Z"))).toBe(false);
  });
});

describe("the question afterwards", () => {
  it("[RHYTHM-4] comes when the check-in has ended, in the morning where that is late", () => {
    const late = { ...booked, slot: { ...slot, startsAt: "2026-11-26T18:30:00Z", endsAt: "2026-11-26T19:30:00Z" } };
    const due = (now: string) => isDue("how-it-went", late, "Europe/London", at(now));
    expect(isDue("how-it-went", booked, "Europe/London", at("2026-11-26T10:59:00Z"))).toBe(false);
    expect(isDue("how-it-went", booked, "Europe/London", at("2026-11-26T11:00:00Z"))).toBe(true);
    expect(due("2026-11-26T19:30:00Z")).toBe(false);
    expect(due("2026-11-27T08:00:00Z")).toBe(true);
    expect(due("2026-11-27T19:30:00Z")).toBe(false);
  });
});

describe("the question after a meeting that Teams says is over", () => {
  const due = (now: string, endedAt: string, checkIn: Parameters<typeof isDue>[1] = booked) =>
    isDue("how-it-went", checkIn, "Europe/London", at(now), at(endedAt));

  it("[AFTER-1] comes two minutes later, before the hour that was booked is over", () => {
    expect(due("2026-11-26T10:41:59Z", "2026-11-26T10:40:00Z")).toBe(false);
    expect(due("2026-11-26T10:42:00Z", "2026-11-26T10:40:00Z")).toBe(true);
  });

  it("[AFTER-1] comes for ten minutes whatever the hour, and then as if nothing was heard", () => {
    const late = { ...booked, slot: { ...slot, startsAt: "2026-11-26T20:00:00Z", endsAt: "2026-11-26T21:00:00Z" } };
    expect(due("2026-11-26T20:59:00Z", "2026-11-26T20:55:00Z", late)).toBe(true);
    expect(due("2026-11-26T21:05:00Z", "2026-11-26T20:55:00Z", late)).toBe(false);
    expect(due("2026-11-27T08:00:00Z", "2026-11-26T20:55:00Z", late)).toBe(true);
  });

  it("[AFTER-1] does not come of a meeting that ended before the check-in began", () => {
    expect(due("2026-11-26T10:01:00Z", "2026-11-26T09:58:00Z")).toBe(false);
  });

  it("[AFTER-2] comes too where the session says that they met, and for nothing that was missed", () => {
    expect(due("2026-11-26T10:42:00Z", "2026-11-26T10:40:00Z", { ...booked, status: "held" })).toBe(true);
    expect(due("2026-11-26T10:42:00Z", "2026-11-26T10:40:00Z", { ...booked, status: "missed" })).toBe(false);
  });
});

describe("quiet hours", () => {
  it("[RHYTHM-5] follow each person's own clock through a change to summer time", () => {
    expect(isQuiet(at("2027-03-28T06:30:00Z"), "Europe/London")).toBe(true);
    expect(isQuiet(at("2027-03-28T07:30:00Z"), "Europe/London")).toBe(false);
    expect(isQuiet(at("2027-03-27T07:30:00Z"), "Europe/London")).toBe(true);
  });
});

describe("the next check-in", () => {
  const cohort = { cadenceDays: 30, cohortStart: at("2026-09-01T00:00:00Z") };
  const on = (startsAt: string) => ({ startsAt, endsAt: startsAt, stretch: null });
  const held = { status: "held", slot: on("2026-11-01T10:00:00Z"), settledBy: "ana" } as const;
  const missed = { status: "missed", slot: on("2026-11-10T10:00:00Z"), settledBy: "ana" } as const;
  const calledOff = { status: "cancelled", slot: on("2026-11-05T10:00:00Z"), settledBy: "ben" } as const;

  it("[RHYTHM-6] is offered when the search for its times begins", () => {
    for (const history of [[held], [held, missed]]) {
      expect(isOfferDue(at("2026-11-20T09:59:00Z"), { history, ...cohort })).toBe(false);
      expect(isOfferDue(at("2026-11-20T10:00:00Z"), { history, ...cohort })).toBe(true);
    }
  });

  it("[RHYTHM-6] leaves the first one to the pair and the coordinator for a week", () => {
    expect(isOfferDue(at("2026-09-07T23:59:00Z"), { history: [], ...cohort })).toBe(false);
    expect(isOfferDue(at("2026-09-08T00:00:00Z"), { history: [], ...cohort })).toBe(true);
  });

  it("[RHYTHM-10] is not pressed on a pair that called one off before the next would come", () => {
    const history = [held, calledOff];
    expect(isOfferDue(at("2026-11-24T09:59:00Z"), { history, ...cohort })).toBe(false);
    expect(isOfferDue(at("2026-11-24T10:00:00Z"), { history, ...cohort })).toBe(true);
  });

  it("[RHYTHM-10] leaves a pair alone that turned an offer down, until it asks", () => {
    expect(isOfferDue(at("2027-01-24T10:00:00Z"), { history: [held, { ...calledOff, slot: null }], ...cohort })).toBe(
      false,
    );
  });

  it("[RHYTHM-6] is offered all the same where somebody else took the last one back", () => {
    const history = [held, { ...calledOff, settledBy: null }];
    expect(isOfferDue(at("2026-11-20T10:00:00Z"), { history, ...cohort })).toBe(true);
  });
});
