import { describe, expect, it } from "vitest";
import { busyStatuses } from "./availability.ts";
import { findSlots, isStillFree } from "./find-slots.ts";
import { busy, moment, person, search, slotsFor, span, startsIn, week } from "./slots-fixture.ts";

const monday = span("2026-11-23T00:00Z/2026-11-24T00:00Z");
const ana = person("Ana", "Europe/London");
const ben = person("Ben", "Asia/Kolkata");
const chidi = person("Chidi", "America/Los_Angeles");

describe("finding times for a check-in", () => {
  it("[SLOT-1] offers three times inside both working days, on different days", () => {
    const slots = slotsFor([ana, ben]);
    expect(startsIn("Europe/London", slots)).toEqual(["2026-11-23T09:00", "2026-11-24T11:00", "2026-11-25T10:00"]);
    expect(slots.map((slot) => slot.stretch)).toEqual([null, null, null]);
    expect(slots[0]).toEqual({ startsAt: "2026-11-23T09:00:00Z", endsAt: "2026-11-23T10:00:00Z", stretch: null });
  });

  it("[SLOT-1] keeps to one day when there is only one, and leaves room between the times", () => {
    const slots = slotsFor([ana, person("Dara", "Europe/London")], { window: monday });
    expect(startsIn("Europe/London", slots)).toEqual(["2026-11-23T09:00", "2026-11-23T12:00", "2026-11-23T16:00"]);
  });

  it("[SLOT-1] offers what there is when there are fewer than three", () => {
    const most = person("Ben", "Europe/London", { busy: [busy("2026-11-23T10:15Z/2026-11-28T00:00Z")] });
    expect(startsIn("Europe/London", slotsFor([ana, most]))).toEqual(["2026-11-23T09:00", "2026-11-23T09:15"]);
  });

  it("[SLOT-1] takes days that are different for everybody, where one person's day is two of another's", () => {
    const sydney = person("Ana", "Australia/Sydney", { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" });
    const slots = slotsFor([sydney, person("Ben", "Europe/London", { from: "08:00", to: "18:00" })]);
    for (const zone of ["Australia/Sydney", "Europe/London"])
      expect(new Set(startsIn(zone, slots).map((start) => start.slice(0, 10))).size).toBe(3);
  });

  it("[SLOT-1] finds an hour for nine people", () => {
    const names = ["Ana", "Ben", "Chidi", "Dara", "Elif", "Farid", "Gul", "Hana", "Ivo"];
    const nine = moment("2026-11-23T09:00Z");
    const hourOf = (at: number) => ({ start: nine + at * 3_600_000, end: nine + (at + 1) * 3_600_000 });
    const circle = names.map((name, at) =>
      person(name, "Europe/London", { busy: [{ ...hourOf(at), status: "busy" }] }),
    );
    expect(startsIn("Europe/London", slotsFor(circle))[0]).toBe("2026-11-24T09:00");
  });

  it("[SLOT-2] never reads an unreadable calendar as free, and says whose it is", () => {
    const unknown = person("Ben", "Asia/Kolkata", { busy: null });
    const answer = { ok: false, reason: "calendar-unreadable", unreadable: ["Ben"], openings: [] };
    expect(findSlots(search([ana, unknown]))).toEqual(answer);
    const nonsense = person("Ben", "Asia/Kolkata", { busy: [busy("2026-11-24T10:00Z/2026-11-23T10:00Z")] });
    expect(findSlots(search([ana, nonsense]))).toEqual(answer);
  });

  it("[SLOT-5] follows the wall clock through the change to summer time", () => {
    const early = { from: "09:00", to: "10:00" };
    const people = [person("Ana", "Europe/London", early), person("Ben", "Europe/Lisbon", early)];
    const window = span("2027-03-26T00:00Z/2027-03-30T00:00Z");
    const starts = slotsFor(people, { window }).map((slot) => slot.startsAt);
    expect(starts).toEqual(["2027-03-26T09:00:00Z", "2027-03-29T08:00:00Z"]);
  });

  it("[SLOT-6] starts on the quarter hour, inside the window and with the notice asked for", () => {
    const window = span("2026-11-23T09:05Z/2026-11-23T12:00Z");
    const dara = person("Dara", "Europe/London");
    const first = (more: object) => startsIn("Europe/London", slotsFor([ana, dara], { window, ...more }))[0];
    expect(first({})).toBe("2026-11-23T09:15");
    expect(first({ notBefore: moment("2026-11-23T10:01Z") })).toBe("2026-11-23T10:15");
    expect(startsIn("Europe/London", slotsFor([ana, dara], { window })).at(-1)).toBe("2026-11-23T11:00");
    expect(slotsFor([ana, dara], { window, notBefore: moment("2026-11-23T11:01Z") })).toEqual([]);
  });

  it("[SLOT-6] keeps the buffer free before and after what is in a calendar", () => {
    const meetings = [busy("2026-11-23T00:00Z/2026-11-23T10:00Z"), busy("2026-11-23T12:00Z/2026-11-28T00:00Z")];
    const dara = person("Dara", "Europe/London", { busy: meetings });
    const starts = (bufferMinutes: number) => startsIn("Europe/London", slotsFor([ana, dara], { bufferMinutes }));
    expect(starts(30)).toEqual(["2026-11-23T10:30"]);
    expect(starts(35)).toEqual([]);
  });

  it.each(busyStatuses)("[SLOT-7] takes a time that a calendar calls %s for taken", (status) => {
    const away = person("Dara", "Europe/London", { busy: [busy("2026-11-23T00:00Z/2026-11-26T00:00Z", status)] });
    expect(startsIn("Europe/London", slotsFor([ana, away]))[0]).toBe("2026-11-26T09:00");
  });

  it("[SLOT-9] asked for others, offers other times, and other hours rather than a quarter of an hour later", () => {
    const dara = person("Dara", "Europe/London");
    const first = slotsFor([ana, dara], { window: monday });
    const others = slotsFor([ana, dara], { window: monday, besides: first.map((slot) => slot.startsAt) });
    expect(startsIn("Europe/London", others)).toEqual(["2026-11-23T10:00", "2026-11-23T13:00", "2026-11-23T15:00"]);
  });

  it("[SLOT-9] [BOOK-12] offers the same times again when there are no others", () => {
    const window = span("2026-11-23T09:00Z/2026-11-23T10:00Z");
    const dara = person("Dara", "Europe/London");
    const again = slotsFor([ana, dara], { window, besides: ["2026-11-23T09:00:00.000Z"] });
    expect(startsIn("Europe/London", again)).toEqual(["2026-11-23T09:00"]);
  });

  it("[SLOT-10] offers preferred hours first, those that most prefer before others", () => {
    const afternoon = person("Ana", "Europe/London", { preferred: { from: "14:00", to: "16:00" } });
    const late = person("Ben", "Europe/London", { preferred: { from: "15:00", to: "17:00" } });
    const starts = startsIn("Europe/London", slotsFor([afternoon, late]));
    expect(starts).toEqual(["2026-11-23T15:00", "2026-11-24T15:00", "2026-11-25T15:00"]);
    expect(startsIn("Europe/London", slotsFor([afternoon, person("Dara", "Europe/London")]))[0]).toBe(
      "2026-11-23T14:00",
    );
  });

  it("[SLOT-10] lets preferred hours add no time, and prefers a working hour to none", () => {
    const evening = person("Ana", "Europe/London", { preferred: { from: "18:00", to: "20:00" } });
    expect(slotsFor([evening, ben])).toEqual(slotsFor([ana, ben]));
  });

  it("[SLOT-13] moves a check-in as if its own hour were free", () => {
    const own = span("2026-11-23T09:00Z/2026-11-23T10:00Z");
    const booked = [ana, person("Dara", "Europe/London")].map((one) => ({
      ...one,
      busy: [{ ...own, status: "busy" as const }],
    }));
    const starts = (more: object) => startsIn("Europe/London", slotsFor(booked, more))[0];
    expect(starts({})).toBe("2026-11-23T10:00");
    expect(starts({ ignoring: own })).toBe("2026-11-23T09:00");
    expect(starts({ ignoring: { ...own, end: own.end + 1 } })).toBe("2026-11-23T10:00");
  });

  it("[SLOT-13] doesn't ignore a second meeting at exactly the check-in's own hour", () => {
    const own = span("2026-11-23T09:00Z/2026-11-23T10:00Z");
    const twice = { ...ana, busy: [own, own].map((one) => ({ ...one, status: "busy" as const })) };
    const slots = slotsFor([twice, person("Dara", "Europe/London")], { ignoring: own });
    expect(startsIn("Europe/London", slots)[0]).toBe("2026-11-23T10:00");
  });

  it("[SLOT-14] refuses as mistakes an impossible length, window, buffer and number of people", () => {
    const people = [ana, ben];
    for (const minutes of [0, 10, 17, 62, 185, Number.NaN])
      expect(() => findSlots(search(people, { minutes }))).toThrow(RangeError);
    for (const window of [
      { start: week.end, end: week.start },
      { start: week.start, end: week.start },
    ])
      expect(() => findSlots(search(people, { window }))).toThrow(RangeError);
    expect(() => findSlots(search(people, { window: { start: week.start, end: Infinity } }))).toThrow(RangeError);
    expect(() => findSlots(search(people, { bufferMinutes: -5 }))).toThrow(RangeError);
    expect(() => findSlots(search([ana]))).toThrow(RangeError);
    expect(() => findSlots(search(Array.from({ length: 10 }, () => ana)))).toThrow(RangeError);
    expect(() => findSlots(search([ana, person("Ben", "Mars/Olympus_Mons")]))).toThrow(RangeError);
    expect(() => findSlots(search([ana, person("Ben", "Asia/Kolkata", { from: "9:00" })]))).toThrow(RangeError);
  });
});

describe("an uncomfortable hour", () => {
  it("[SLOT-3] is not offered while a comfortable one is free", () => {
    const almost = person("Chidi", "Europe/London", { from: "16:00", to: "17:00" });
    const slots = slotsFor([ana, almost]);
    expect(startsIn("Europe/London", slots).map((start) => start.slice(11))).toEqual(["16:00", "16:00", "16:00"]);
    expect(slots.every((slot) => slot.stretch === null)).toBe(true);
  });

  it("[SLOT-3] stretches one person's day when no hour is comfortable for both, and never the same person's twice", () => {
    const stretched = (lastStretched: string | null) =>
      new Set(slotsFor([ana, chidi], { lastStretched }).map((slot) => slot.stretch?.person));
    expect(stretched("Ana")).toEqual(new Set(["Chidi"]));
    expect(stretched("Chidi")).toEqual(new Set(["Ana"]));
    expect(stretched(null)).toEqual(new Set(["Ana", "Chidi"]));
  });

  it("[SLOT-3] is offered when comfortable hours exist and all of them are taken", () => {
    const full = person("Dara", "Europe/London", {
      busy: [23, 24, 25, 26, 27].map((date) => busy(`2026-11-${date}T09:00Z/2026-11-${date}T17:30Z`)),
    });
    const slots = slotsFor([ana, full], { lastStretched: "Dara" });
    expect(slots).toEqual([]);
    const afterAna = slotsFor([person("Ana", "Europe/London", { to: "19:00" }), full], { lastStretched: "Ana" });
    expect(afterAna.map((slot) => slot.stretch?.person)).toEqual(["Dara", "Dara", "Dara"]);
    expect(startsIn("Europe/London", afterAna)[0]).toBe("2026-11-23T17:30");
  });

  it("[SLOT-3] never begins before 07:00, ends after 21:00 or falls on a day off", () => {
    const early = person("Ben", "Europe/London", { from: "05:00", to: "08:00" });
    const starts = startsIn("Europe/London", slotsFor([ana, early], { minutes: 120, lastStretched: "Ben" }));
    expect(starts.map((start) => start.slice(11))).toEqual([]);
    const evening = person("Ben", "Europe/London", { from: "20:30", to: "23:00" });
    expect(slotsFor([ana, evening], { lastStretched: "Ben" })).toEqual([]);
    const weekend = person("Ben", "Europe/London", { days: [6, 7] });
    expect(slotsFor([ana, weekend], { window: span("2026-11-23T00:00Z/2026-11-30T00:00Z") })).toEqual([]);
  });

  it("[SLOT-3] is no stretch for two people at once", () => {
    const people = ["Ana", "Ben"].map((name) => person(name, "Europe/London", { from: "09:00", to: "10:00" }));
    const dara = person("Dara", "Europe/London", { from: "14:00", to: "15:00" });
    expect(slotsFor([...people, dara]).map((slot) => slot.stretch?.person)).toEqual(["Dara", "Dara", "Dara"]);
    expect(slotsFor([...people, dara], { lastStretched: "Dara" })).toEqual([]);
  });

  it("[SLOT-11] says whose day it leaves, at which end, and who bore the last one", () => {
    const [evening] = slotsFor([ana, chidi], { lastStretched: "Chidi" });
    expect(evening).toEqual({
      startsAt: "2026-11-23T17:00:00Z",
      endsAt: "2026-11-23T18:00:00Z",
      stretch: { person: "Ana", side: "after", lastBorneBy: "Chidi" },
    });
    const [morning] = slotsFor([ana, chidi]);
    expect(morning?.stretch).toEqual({ person: "Chidi", side: "before", lastBorneBy: null });
  });

  it("[SLOT-11] keeps as near to the working day as it can", () => {
    const slots = slotsFor([ana, chidi], { lastStretched: "Ana" });
    expect(startsIn("America/Los_Angeles", slots).map((start) => start.slice(11))).toEqual(["08:30", "08:30", "08:30"]);
    const one = startsIn("Europe/London", slotsFor([ana, chidi], { lastStretched: "Chidi", window: monday }));
    expect(one).toEqual(["2026-11-23T17:00", "2026-11-23T18:00", "2026-11-23T19:00"]);
  });
});

describe("whether a time is still free", () => {
  const slot = { startsAt: "2026-11-23T10:00:00Z", endsAt: "2026-11-23T11:00:00Z" };
  const own = span("2026-11-23T10:00Z/2026-11-23T11:00Z");

  it("[SLOT-2] is no for a calendar that can't be read", () => {
    expect(isStillFree([ana, person("Ben", "Asia/Kolkata", { busy: null })], slot)).toBe(false);
    expect(isStillFree([ana, ben], slot)).toBe(true);
  });

  it("[SLOT-7] is no when anything has come into it, and yes beside it", () => {
    const withMeeting = (text: string) => [ana, person("Ben", "Asia/Kolkata", { busy: [busy(text, "tentative")] })];
    expect(isStillFree(withMeeting("2026-11-23T10:59Z/2026-11-23T12:00Z"), slot)).toBe(false);
    expect(isStillFree(withMeeting("2026-11-23T11:00Z/2026-11-23T12:00Z"), slot)).toBe(true);
    expect(isStillFree(withMeeting("2026-11-23T09:00Z/2026-11-23T10:00Z"), slot)).toBe(true);
  });

  it("[SLOT-13] leaves the check-in's own hour out of account, once in each calendar", () => {
    const booked = { ...ana, busy: [{ ...own, status: "busy" as const }] };
    expect(isStillFree([booked, ben], slot)).toBe(false);
    expect(isStillFree([booked, ben], slot, { ignoring: own })).toBe(true);
    const twice = { ...booked, busy: [...booked.busy, ...booked.busy] };
    expect(isStillFree([twice, ben], slot, { ignoring: own })).toBe(false);
  });
});
