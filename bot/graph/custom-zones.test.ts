import { describe, expect, it } from "vitest";
import { customZone } from "./custom-zones.ts";

const name = "Customized Time Zone";
const lastSunday = { dayOccurrence: 5, dayOfWeek: "sunday", year: 0 };
const irish = {
  name,
  bias: 0,
  standardOffset: { ...lastSunday, time: "02:00:00.0000000", month: 10 },
  daylightOffset: { ...lastSunday, time: "01:00:00.0000000", month: 3, daylightBias: -60 },
};

describe("[OUTLOOK-8] a zone that a mailbox made up itself", () => {
  it("is read by its rules, on the clock that ends at each change", () => {
    expect(customZone(irish)).toEqual({
      standardOffset: 0,
      daylightOffset: 60,
      changes: {
        toStandard: { month: 10, week: 5, weekday: 7, at: "02:00" },
        toDaylight: { month: 3, week: 5, weekday: 7, at: "01:00" },
      },
    });
  });

  it("lies east of London when something has to be taken from its clock for UTC", () => {
    expect(customZone({ ...irish, bias: -345 })).toMatchObject({ standardOffset: 345, daylightOffset: 405 });
    expect(customZone({ ...irish, bias: 480 })).toMatchObject({ standardOffset: -480, daylightOffset: -420 });
  });

  it("never changes its clocks without rules for it, or when they name no month", () => {
    const still = { standardOffset: 345, daylightOffset: 345, changes: null };
    expect(customZone({ name, bias: -345 })).toEqual(still);
    expect(customZone({ ...irish, bias: -345, standardOffset: { ...irish.standardOffset, month: 0 } })).toEqual(still);
  });

  it.each([
    ["no bias", { bias: null }],
    ["a change in one year alone", { standardOffset: { ...irish.standardOffset, year: 2026 } }],
    ["a weekday nobody knows", { standardOffset: { ...irish.standardOffset, dayOfWeek: "someday" } }],
    ["a month nobody knows", { daylightOffset: { ...irish.daylightOffset, month: 13 } }],
    ["a sixth week", { standardOffset: { ...irish.standardOffset, dayOccurrence: 6 } }],
    ["a time that is none", { standardOffset: { ...irish.standardOffset, time: "noon" } }],
  ])("can't be followed with %s", (_what, change) => {
    expect(customZone({ ...irish, ...change })).toBeNull();
  });
});
