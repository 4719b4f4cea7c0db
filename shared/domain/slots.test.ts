import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Availability, findSlots, isStillFree, type SlotSearch } from "./slots.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const days = [1, 2, 3, 4, 5];
const person = (
  name: string,
  zone: string,
  busy: Availability["busy"] = [],
  from = "09:00",
  to = "17:30",
): Availability => ({
  person: name,
  hours: { zone, days, from, to },
  busy,
});

const week = { start: at("2026-11-23T00:00:00Z"), end: at("2026-11-28T00:00:00Z") };
const search = (people: Availability[], more: Partial<SlotSearch> = {}): SlotSearch => ({
  people,
  minutes: 60,
  window: week,
  lastStretched: null,
  ...more,
});

const slotsOf = (answer: ReturnType<typeof findSlots>) => (answer.ok ? answer.slots : []);

describe("finding times for a check-in", () => {
  it("[SLOT-1] offers three times inside both working days, on different days", () => {
    const slots = slotsOf(findSlots(search([person("Ana", "Europe/London"), person("Ben", "Asia/Kolkata")])));
    expect(slots).toHaveLength(3);
    expect(new Set(slots.map((slot) => slot.startsAt.slice(0, 10))).size).toBe(3);
    for (const slot of slots) {
      expect(slot.startsAt.slice(11) >= "09:00:00Z" && slot.endsAt.slice(11) <= "12:00:00Z").toBe(true);
      expect(slot.stretches).toBeNull();
    }
  });

  it("[SLOT-2] never reads an unreadable calendar as free", () => {
    const answer = findSlots(search([person("Ana", "Europe/London"), person("Ben", "Asia/Kolkata", null)]));
    expect(answer).toEqual({ ok: false, reason: "calendar-unreadable", unreadable: ["Ben"] });
    expect(
      isStillFree([person("Ben", "Asia/Kolkata", null)], {
        startsAt: "2026-11-23T10:00:00Z",
        endsAt: "2026-11-23T11:00:00Z",
        stretches: null,
      }),
    ).toBe(false);
  });

  it("[SLOT-3] stretches one person's day only when no hour is comfortable for both, and never the same person twice", () => {
    const people = [person("Ana", "Europe/London"), person("Chidi", "America/Los_Angeles")];
    const first = slotsOf(findSlots(search(people)));
    expect(first.length).toBeGreaterThan(0);
    expect(first.every((slot) => slot.stretches !== null)).toBe(true);
    const afterAna = slotsOf(findSlots(search(people, { lastStretched: "Ana" })));
    expect(afterAna.length).toBeGreaterThan(0);
    expect(afterAna.every((slot) => slot.stretches === "Chidi")).toBe(true);
  });

  it("[SLOT-4] says whether no hour is shared or all are taken", () => {
    const apart = [
      person("Ana", "Europe/London", [], "09:00", "10:00"),
      person("Hana", "Pacific/Auckland", [], "12:00", "13:00"),
    ];
    expect(findSlots(search(apart))).toMatchObject({ ok: false, reason: "no-hour-in-common" });
    const full = [person("Ana", "Europe/London", [week]), person("Ben", "Asia/Kolkata")];
    expect(findSlots(search(full))).toMatchObject({ ok: false, reason: "all-common-hours-taken" });
  });

  it("[SLOT-5] follows the wall clock through the change to summer time", () => {
    const window = { start: at("2027-03-26T00:00:00Z"), end: at("2027-03-30T00:00:00Z") };
    const slots = slotsOf(findSlots(search([person("Ana", "Europe/London", [], "09:00", "10:00")], { window })));
    expect(slots.map((slot) => slot.startsAt)).toEqual(["2027-03-26T09:00:00Z", "2027-03-29T08:00:00Z"]);
  });

  it("[SLOT-1] never overlaps anybody's busy time, whatever the calendars hold", () => {
    const busy = fc.array(fc.tuple(fc.nat(5 * 24 * 4), fc.integer({ min: 1, max: 16 })), { maxLength: 40 });
    const toIntervals = (quarters: [number, number][]) =>
      quarters.map(([from, length]) => ({
        start: week.start + from * 900_000,
        end: week.start + (from + length) * 900_000,
      }));
    fc.assert(
      fc.property(busy, busy, (ana, ben) => {
        const people = [
          person("Ana", "Europe/London", toIntervals(ana)),
          person("Ben", "Asia/Kolkata", toIntervals(ben)),
        ];
        for (const slot of slotsOf(findSlots(search(people)))) {
          const [start, end] = [at(slot.startsAt), at(slot.endsAt)];
          expect(start >= week.start && end <= week.end).toBe(true);
          for (const one of people)
            expect((one.busy ?? []).some((taken) => taken.start < end && taken.end > start)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
