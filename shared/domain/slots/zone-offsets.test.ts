import { describe, expect, it } from "vitest";
import type { CustomZone } from "./availability.ts";
import { span } from "./slots-fixture.ts";
import { offsetsOf } from "./zone-offsets.ts";

const tenYears = span("2024-01-15T00:00Z/2034-01-15T00:00Z");
const weekly = (month: number, week: number, at: string, weekday = 7) => ({ month, week, weekday, at });

/** What Temporal says, moment by moment of change. */
function offsetsByTemporal(zone: string, { start, end }: typeof tenYears) {
  const found: { since: number; minutes: number }[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  for (; at && at.epochMilliseconds < end; at = at.getTimeZoneTransition("next"))
    found.push({ since: at.epochMilliseconds, minutes: at.offsetNanoseconds / 60e9 });
  return found;
}

const changesIn = (zone: string | CustomZone) =>
  offsetsOf(zone, tenYears)
    .filter(({ since }) => since > tenYears.start && since < tenYears.end)
    .map(({ since, offset }) => ({ since, minutes: offset / 60_000 }));

describe("a zone's offsets", () => {
  it.each(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"])(
    "[SLOT-5] change in %s when its clocks do",
    (zone) => {
      expect(changesIn(zone)).toEqual(offsetsByTemporal(zone, tenYears).slice(1));
    },
  );

  it("[SLOT-5] are known beyond the stretch of time that is looked up at once", () => {
    const offsets = offsetsOf("America/New_York", span("2028-03-01T00:00Z/2028-03-20T00:00Z"));
    expect(offsets).toContainEqual({ since: Date.UTC(2028, 2, 12, 7), offset: -4 * 3_600_000 });
  });

  it.each<[string, CustomZone]>([
    [
      "Europe/Berlin",
      {
        standardOffset: 60,
        daylightOffset: 120,
        changes: { toDaylight: weekly(3, 5, "02:00"), toStandard: weekly(10, 5, "03:00") },
      },
    ],
    [
      "America/New_York",
      {
        standardOffset: -300,
        daylightOffset: -240,
        changes: { toDaylight: weekly(3, 2, "02:00"), toStandard: weekly(11, 1, "02:00") },
      },
    ],
    [
      "Australia/Adelaide",
      {
        standardOffset: 570,
        daylightOffset: 630,
        changes: { toDaylight: weekly(10, 1, "02:00"), toStandard: weekly(4, 1, "03:00") },
      },
    ],
    [
      "Africa/Cairo",
      {
        standardOffset: 120,
        daylightOffset: 180,
        changes: { toDaylight: weekly(4, 5, "00:00", 5), toStandard: weekly(10, 5, "24:00", 4) },
      },
    ],
  ])("[SLOT-8] of a mailbox's own zone change by its rules, as in %s", (twin, zone) => {
    expect(changesIn(zone)).toEqual(offsetsByTemporal(twin, tenYears).slice(1));
  });

  it("[SLOT-14] are refused for a change at a time that no clock shows", () => {
    const changes = { toDaylight: weekly(3, 5, "02:60"), toStandard: weekly(10, 5, "03:00") };
    expect(() => offsetsOf({ standardOffset: 0, daylightOffset: 60, changes }, tenYears)).toThrow(RangeError);
  });
});
