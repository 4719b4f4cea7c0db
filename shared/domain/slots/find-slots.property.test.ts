import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { busyStatuses, type CustomZone, type Interval } from "./availability.ts";
import { findSlots, type SlotSearch } from "./find-slots.ts";
import type { Slot } from "./slot.ts";
import { moment } from "./slots-fixture.ts";
import { type Findings, type Somebody, searchSlowly } from "./slow-search-fixture.ts";

const minute = 60_000;
const change = (month: number, week: number, at: string) => ({ month, week, weekday: 7, at });

/** Zones that a mailbox could have made up, each with the IANA zone whose rules it repeats. */
const customTwins: readonly { readonly zone: CustomZone; readonly twin: string }[] = [
  {
    zone: {
      standardOffset: 60,
      daylightOffset: 120,
      changes: { toDaylight: change(3, 5, "02:00"), toStandard: change(10, 5, "03:00") },
    },
    twin: "Europe/Berlin",
  },
  {
    zone: {
      standardOffset: -300,
      daylightOffset: -240,
      changes: { toDaylight: change(3, 2, "02:00"), toStandard: change(11, 1, "02:00") },
    },
    twin: "America/New_York",
  },
  {
    zone: {
      standardOffset: 630,
      daylightOffset: 660,
      changes: { toDaylight: change(10, 1, "02:00"), toStandard: change(4, 1, "02:00") },
    },
    twin: "Australia/Lord_Howe",
  },
  { zone: { standardOffset: 345, daylightOffset: 345, changes: null }, twin: "Asia/Kathmandu" },
];

/** Parts of the world whose working days meet, and one in which they hardly do. */
const regions: readonly (readonly string[])[] = [
  ["Europe/London", "Europe/Berlin", "Asia/Riyadh"],
  ["America/New_York", "America/Los_Angeles", "America/St_Johns"],
  ["Asia/Kolkata", "Asia/Kathmandu", "Australia/Eucla"],
  ["Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago"],
  ["Europe/London", "Asia/Kolkata", "America/New_York", "Pacific/Auckland", "America/Los_Angeles"],
];

/** Days at which clocks change somewhere, and some others. */
const firstDays = ["2026-10-23", "2026-10-31", "2026-12-30", "2027-03-13", "2027-03-27", "2027-04-02", "2027-06-08"];

const zonesOf = (region: readonly string[]) =>
  fc.constantFrom(
    ...region.map((name) => ({ zone: name, twin: name })),
    ...customTwins.filter(({ twin }) => region.includes(twin)),
  );
const clock = (least: number, most: number) =>
  fc
    .integer({ min: least * 4, max: most * 4 })
    .map((at) => `${String(Math.floor(at / 4)).padStart(2, "0")}:${String((at % 4) * 15).padStart(2, "0")}`);
const shift = fc.oneof(
  { weight: 4, arbitrary: fc.record({ from: clock(7, 10), to: clock(14, 19) }) },
  { weight: 1, arbitrary: fc.record({ from: clock(0, 23), to: clock(0, 24) }) },
);
const days = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7]) },
  { weight: 1, arbitrary: fc.constantFrom([1, 3, 5], [6, 7], []) },
);

const busyIn = (window: Interval, most: number) =>
  fc.array(
    fc
      .tuple(
        fc.nat((window.end - window.start) / (5 * minute)),
        fc.oneof(fc.nat(24), fc.nat(24), fc.nat(200)),
        fc.constantFrom(...busyStatuses),
      )
      .map(([from, length, status]) => {
        const start = window.start + from * 5 * minute;
        return { start, end: start + length * 5 * minute, status };
      }),
    { maxLength: most },
  );

const names = ["Ana", "Ben", "Chidi", "Dara"];
const everybody = (window: Interval) =>
  fc
    .tuple(fc.constantFrom(...regions), fc.constantFrom(2, 2, 3, 4))
    .chain(([region, count]) =>
      fc.array(fc.record({ zone: zonesOf(region), shift, days, busy: busyIn(window, 8) }), {
        minLength: count,
        maxLength: count,
      }),
    )
    .map((people) =>
      people.map((one, at): Somebody => {
        const hours = { zone: one.zone.zone, days: one.days, ...one.shift };
        return { availability: { person: names[at] ?? "", hours, busy: one.busy }, zone: one.zone.twin };
      }),
    );

interface Case {
  readonly people: readonly Somebody[];
  readonly search: SlotSearch;
}

const anySearch: fc.Arbitrary<Case> = fc
  .record({
    first: fc.constantFrom(...firstDays),
    skip: fc.nat(3 * 288),
    length: fc.oneof(fc.integer({ min: 1, max: 288 }), fc.integer({ min: 2 * 288, max: 5 * 288 })),
  })
  .map(({ first, skip, length }) => {
    const start = moment(`${first}T00:00Z`) + skip * 5 * minute;
    return { start, end: start + length * 5 * minute };
  })
  .chain((window) =>
    fc
      .record({
        people: everybody(window),
        minutes: fc.constantFrom(15, 25, 60, 60, 75),
        lastStretched: fc.constantFrom(null, "Ana", "Ben"),
        bufferMinutes: fc.constantFrom(0, 0, 5, 15),
        notice: fc.constantFrom(0, 0, 100 * minute, 1000 * minute),
        ignored: fc.nat(12),
      })
      .map(({ people, notice, ignored, ...rest }) => {
        const ignoring = people[0]?.availability.busy?.[ignored];
        const search = { ...rest, people: people.map((one) => one.availability), window };
        return { people, search: { ...search, notBefore: window.start + notice, ...(ignoring && { ignoring }) } };
      }),
  );

const expectOnly = ({ free }: Pick<Findings, "free">, slots: readonly Slot[]) =>
  expect(slots.map((slot) => [free.get(moment(slot.startsAt)), moment(slot.startsAt)])).toEqual(
    slots.map((slot) => [slot.stretch?.person ?? null, moment(slot.startsAt)]),
  );

describe("whatever people, zones, calendars and windows there are", () => {
  it("[SLOT-15] offers times exactly when a search without any cleverness finds some, and only such times", () => {
    const seen = { comfortable: 0, stretched: 0, none: 0 };
    fc.assert(
      fc.property(anySearch, ({ people, search }) => {
        const findings = searchSlowly(people, search);
        const answer = findSlots(search);
        if (!answer.ok) {
          seen.none += 1;
          expect([answer.reason, findings.free.size]).toEqual([findings.reason, 0]);
          return;
        }
        seen[answer.slots.some((slot) => slot.stretch) ? "stretched" : "comfortable"] += 1;
        expectOnly(findings, answer.slots);
        expect(answer.slots).toHaveLength(Math.min(3, findings.free.size));
      }),
      { numRuns: 400, seed: 20261123 },
    );
    // Otherwise the property would say little.
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(15);
  });

  it("[SLOT-1] [SLOT-6] [SLOT-7] never runs into anybody's busy time or too close to it, nor leaves the window, the notice or the grid", () => {
    fc.assert(
      fc.property(anySearch, ({ search }) => {
        const answer = findSlots({ ...search, ignoring: { start: 0, end: 0 } });
        for (const { startsAt, endsAt } of answer.ok ? answer.slots : []) {
          const [start, end] = [moment(startsAt), moment(endsAt)];
          const buffer = (search.bufferMinutes ?? 0) * minute;
          const met = search.people.flatMap(({ busy }) => busy ?? []);
          expect(met.filter((one) => one.start < end + buffer && start - buffer < one.end)).toEqual([]);
          expect(start).toBeGreaterThanOrEqual(Math.max(search.window.start, search.notBefore ?? 0));
          expect(end).toBeLessThanOrEqual(search.window.end);
          expect([end - start, start % (15 * minute)]).toEqual([search.minutes * minute, 0]);
        }
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });

  it("[SLOT-10] offers no other times for preferred hours, and puts the liked ones before others", () => {
    let liked = 0;
    fc.assert(
      fc.property(anySearch, fc.integer({ min: 8, max: 15 }), ({ people, search }, at) => {
        const preferred = { from: `${String(at).padStart(2, "0")}:00`, to: `${at + 3}:00` };
        const fond = search.people.map((one, index) => (index === 0 ? { ...one, preferred } : one));
        const [answer, { free }] = [findSlots({ ...search, people: fond }), searchSlowly(people, search)];
        expect(answer.ok).toBe(free.size > 0);
        if (!answer.ok) return;
        expectOnly({ free }, answer.slots);
        const likes = (start: number) => {
          const clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(people[0]?.zone ?? "UTC");
          const minutes = clock.hour * 60 + clock.minute;
          return minutes >= at * 60 && minutes + search.minutes <= (at + 3) * 60;
        };
        if (![...free].some(([start, stretched]) => stretched === null && likes(start))) return;
        liked += 1;
        expect(answer.slots.some((slot) => likes(moment(slot.startsAt)))).toBe(true);
      }),
      { numRuns: 300, seed: 20261129 },
    );
    expect(liked).toBeGreaterThan(20);
  });

  it("[SLOT-3] stretches at most one working day, never that of whoever bore the last such hour, and only from 07:00 to 21:00", () => {
    fc.assert(
      fc.property(anySearch, ({ people, search }) => {
        const answer = findSlots(search);
        for (const { startsAt, endsAt, stretch } of answer.ok ? answer.slots : []) {
          const bearer = people.find(({ availability }) => availability.person === stretch?.person);
          if (!bearer) continue;
          const [starts, ends] = [startsAt, endsAt].map((at) =>
            Temporal.Instant.from(at).toZonedDateTimeISO(bearer.zone),
          );
          expect(stretch?.person).not.toBe(search.lastStretched);
          expect(stretch?.lastBorneBy).toBe(search.lastStretched);
          expect(bearer.availability.hours.days).toContain(starts?.dayOfWeek);
          expect((starts?.hour ?? 0) >= 7 && (ends?.hour ?? 24) * 60 + (ends?.minute ?? 0) <= 21 * 60).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it("[SLOT-12] names only openings that open a time", () => {
    const seen = { shorter: 0, later: 0, "same-person-again": 0 };
    fc.assert(
      fc.property(anySearch, ({ people, search }) => {
        const answer = findSlots(search);
        for (const opening of answer.ok ? [] : answer.openings) {
          seen[opening.kind] += 1;
          if (opening.kind === "shorter") {
            expect(opening.minutes).toBeLessThan(search.minutes);
            expect(searchSlowly(people, { ...search, minutes: opening.minutes }).free.size).toBeGreaterThan(0);
          } else if (opening.kind === "later") {
            const end = opening.from + search.minutes * minute;
            const found = searchSlowly(people, { ...search, window: { start: opening.from, end } });
            expect(found.free.size).toBe(1);
            expect(end).toBeGreaterThan(search.window.end);
          } else {
            const found = searchSlowly(people, { ...search, lastStretched: null });
            expect(new Set(found.free.values())).toEqual(new Set([search.lastStretched]));
          }
        }
      }),
      { numRuns: 600, seed: 20261125 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
  });

  it("[SLOT-9] begins with the soonest comfortable time, and takes different days for everybody where three can be found", () => {
    let different = 0;
    fc.assert(
      fc.property(anySearch, ({ people, search }) => {
        const { free } = searchSlowly(people, search);
        const answer = findSlots(search);
        if (!answer.ok) return;
        const chosen = answer.slots.map((slot) => moment(slot.startsAt));
        expect(chosen).toEqual(chosen.toSorted((one, other) => one - other));
        if (answer.slots.every((slot) => slot.stretch === null)) expect(chosen[0]).toBe([...free.keys()][0]);
        if (soonestOnDifferentDays([...free.keys()], people).length < 3) return;
        different += 1;
        expect(soonestOnDifferentDays(chosen, people)).toHaveLength(3);
      }),
      { numRuns: 300, seed: 20261126 },
    );
    expect(different).toBeGreaterThan(20);
  });

  it("[SLOT-9] asked for others, repeats none while there are others", () => {
    fc.assert(
      fc.property(anySearch, ({ people, search }) => {
        const first = findSlots(search);
        if (!first.ok) return;
        const besides = first.slots.map((slot) => slot.startsAt);
        const { free } = searchSlowly(people, search);
        const second = findSlots({ ...search, besides });
        const offered = second.ok ? second.slots.map((slot) => slot.startsAt) : [];
        expect(offered).toHaveLength(Math.min(3, free.size > besides.length ? free.size - besides.length : free.size));
        if (free.size > besides.length) expect(offered.filter((start) => besides.includes(start))).toEqual([]);
      }),
      { numRuns: 200, seed: 20261127 },
    );
  });
});

/** The soonest of these, then the soonest that is on another day for everybody, and so on: nobody could find more. */
function soonestOnDifferentDays(starts: readonly number[], people: readonly Somebody[]): readonly number[] {
  const found: number[] = [];
  for (const start of starts) {
    const last = found.at(-1);
    if (last === undefined || people.every(({ zone }) => dateIn(zone, last) !== dateIn(zone, start))) found.push(start);
    if (found.length === 3) break;
  }
  return found;
}

const dateIn = (timeZone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
