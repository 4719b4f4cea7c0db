import { describe, expect, it } from "vitest";
import type { CustomZone } from "./availability.ts";
import { findSlots } from "./find-slots.ts";
import { busy, person, search, slotsFor, span, startsIn } from "./slots-fixture.ts";

const always = { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" };
/** Someone whose hours are no obstacle. */
const open = person("Dara", "UTC", always);

describe("each person's own working days", () => {
  it.each([
    ["Asia/Kolkata", "2026-11-23T03:30:00Z"],
    ["Asia/Kathmandu", "2026-11-23T03:15:00Z"],
    ["Australia/Eucla", "2026-11-23T00:15:00Z"],
    ["America/St_Johns", "2026-11-23T12:30:00Z"],
  ])("[SLOT-8] begin at nine on the clocks of %s", (zone, startsAt) => {
    expect(slotsFor([person("Ana", zone), open])[0]?.startsAt).toBe(startsAt);
  });

  it("[SLOT-8] meet across the date line", () => {
    const slots = slotsFor([person("Ana", "Pacific/Auckland"), person("Ben", "America/Los_Angeles")]);
    expect(startsIn("Pacific/Auckland", slots)[0]).toBe("2026-11-24T09:00");
    expect(startsIn("America/Los_Angeles", slots)[0]).toBe("2026-11-23T12:00");
    const further = slotsFor([person("Ana", "Pacific/Kiritimati"), person("Ben", "Pacific/Pago_Pago")]);
    expect(startsIn("Pacific/Kiritimati", further)[0]).toBe("2026-11-24T10:00");
    expect(startsIn("Pacific/Pago_Pago", further)[0]).toBe("2026-11-23T09:00");
  });

  it("[SLOT-8] may leave Friday and Saturday free", () => {
    const window = span("2026-11-26T00:00Z/2026-12-01T00:00Z");
    const ana = person("Ana", "Asia/Riyadh", { days: [7, 1, 2, 3, 4] });
    const ben = person("Ben", "Asia/Riyadh");
    const days = (people: (typeof ana)[]) =>
      startsIn("Asia/Riyadh", slotsFor(people, { window })).map((start) => start.slice(0, 10));
    expect(days([ana, open])).toEqual(["2026-11-26", "2026-11-29", "2026-11-30"]);
    expect(days([ana, ben])).toEqual(["2026-11-26", "2026-11-26", "2026-11-30"]);
  });

  it("[SLOT-8] let a night shift cross midnight and belong to the day on which it began", () => {
    const nights = person("Ana", "Europe/London", { days: [5], from: "22:00", to: "06:00" });
    const window = span("2026-11-27T00:00Z/2026-11-30T00:00Z");
    const busyUntilTwo = { ...open, busy: [busy("2026-11-27T00:00Z/2026-11-28T02:00Z")] };
    expect(startsIn("Europe/London", slotsFor([nights, open], { window }))[0]).toBe("2026-11-27T22:00");
    const late = startsIn("Europe/London", slotsFor([nights, busyUntilTwo], { window }));
    expect([late[0], late.at(-1)]).toEqual(["2026-11-28T02:00", "2026-11-28T05:00"]);
    expect(
      startsIn(
        "Europe/London",
        slotsFor([nights, open], { window: { ...window, start: window.start + 30 * 3_600_000 } }),
      ),
    ).toEqual([]);
  });

  it("[SLOT-8] may end at 24:00, and go on at 00:00 without a gap", () => {
    const late = person("Ana", "Europe/London", { from: "16:00", to: "24:00" });
    const evening = {
      ...open,
      busy: [busy("2026-11-23T00:00Z/2026-11-23T23:00Z"), busy("2026-11-24T00:00Z/2026-11-28T00:00Z")],
    };
    expect(startsIn("Europe/London", slotsFor([late, evening]))).toEqual(["2026-11-23T23:00"]);
    const midnight = {
      ...open,
      busy: [busy("2026-11-23T00:00Z/2026-11-23T23:30Z"), busy("2026-11-24T00:30Z/2026-11-28T00:00Z")],
    };
    expect(startsIn("Europe/London", slotsFor([person("Ana", "Europe/London", always), midnight]))).toEqual([
      "2026-11-23T23:30",
    ]);
    expect(slotsFor([late, midnight])).toEqual([]);
  });

  it("[SLOT-5] follow the wall clock through a day of 23 hours and one of 25", () => {
    const ana = person("Ana", "Europe/London", { ...always, from: "00:00", to: "04:00" });
    const fits = (window: string, minutes: number) =>
      findSlots(search([ana, open], { window: span(window), minutes })).ok;
    expect(fits("2027-03-28T00:00Z/2027-03-28T05:00Z", 180)).toBe(true);
    expect(slotsFor([ana, open], { window: span("2027-03-28T00:00Z/2027-03-28T05:00Z"), minutes: 180 })).toHaveLength(
      1,
    );
    const longest = slotsFor([ana, open], { window: span("2027-10-30T23:00Z/2027-10-31T06:00Z"), minutes: 180 });
    expect(longest.map((slot) => slot.startsAt)).toEqual([
      "2027-10-30T23:00:00Z",
      "2027-10-31T00:00:00Z",
      "2027-10-31T01:00:00Z",
    ]);
  });

  it("[SLOT-5] begin at the skip when the clock skips the hour at which they begin", () => {
    const ana = person("Ana", "Europe/London", { ...always, from: "01:30", to: "05:00" });
    const slots = slotsFor([ana, open], { window: span("2027-03-28T00:00Z/2027-03-29T00:00Z") });
    expect(slots[0]?.startsAt).toBe("2027-03-28T01:00:00Z");
  });
});

describe("a zone that a mailbox made up", () => {
  const change = (month: number, week: number, at: string) => ({ month, week, weekday: 7, at });
  const likeBerlin: CustomZone = {
    standardOffset: 60,
    daylightOffset: 120,
    changes: { toDaylight: change(3, 5, "02:00"), toStandard: change(10, 5, "03:00") },
  };
  const likeAdelaide: CustomZone = {
    standardOffset: 570,
    daylightOffset: 630,
    changes: { toDaylight: change(10, 1, "02:00"), toStandard: change(4, 1, "03:00") },
  };

  it.each([
    ["Europe/Berlin", likeBerlin],
    ["Australia/Adelaide", likeAdelaide],
    ["Asia/Kathmandu", { standardOffset: 345, daylightOffset: 345, changes: null }],
  ])("[SLOT-8] keeps its own hours through the year, as %s would", (zone, custom) => {
    for (const day of ["2027-01-01", "2027-03-26", "2027-04-02", "2027-10-01", "2027-10-29", "2027-12-31"]) {
      const window = span(`${day}T00:00Z/${Temporal.PlainDate.from(day).add({ days: 6 }).toString()}T00:00Z`);
      const nights = { from: "22:00", to: "04:30" };
      const own = slotsFor([person("Ana", custom, nights), open], { window });
      expect(own).toHaveLength(3);
      expect(own).toEqual(slotsFor([person("Ana", zone, nights), open], { window }));
    }
  });
});
