import "temporal-polyfill/global";
import { describe, expect, it } from "vitest";
import { instantOf, wallTime, wallTimes } from "./times.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe("times as Outlook writes them", () => {
  it("reads seven digits of a fraction, in UTC and in zones of either name", () => {
    expect(instantOf({ dateTime: "2026-11-23T09:00:00.0000000", timeZone: "UTC" })).toBe(at("2026-11-23T09:00:00Z"));
    expect(instantOf({ dateTime: "2026-11-23T14:30:00.0000000", timeZone: "India Standard Time" })).toBe(
      at("2026-11-23T09:00:00Z"),
    );
    expect(instantOf({ dateTime: "2026-07-01T10:00:00.0000000", timeZone: "Europe/London" })).toBe(
      at("2026-07-01T09:00:00Z"),
    );
  });

  it("believes an offset in the text", () => {
    expect(instantOf({ dateTime: "2026-11-23T09:00:00Z", timeZone: "Customized Time Zone" })).toBe(
      at("2026-11-23T09:00:00Z"),
    );
  });

  it("can't place a time in a zone nobody knows, nor a text that is none", () => {
    expect(instantOf({ dateTime: "2026-11-23T09:00:00", timeZone: "Customized Time Zone" })).toBeNull();
    expect(instantOf({ dateTime: "tomorrow", timeZone: "UTC" })).toBeNull();
  });

  it("writes what the clocks of a zone show, on either side of a change of clocks", () => {
    expect(wallTime("2026-10-23T09:00:00Z", "Europe/London")).toEqual({
      dateTime: "2026-10-23T10:00:00",
      timeZone: "Europe/London",
    });
    expect(wallTime("2026-10-26T09:00:00Z", "Europe/London")).toEqual({
      dateTime: "2026-10-26T09:00:00",
      timeZone: "Europe/London",
    });
  });

  it("[OUTLOOK-7] says in UTC what clocks can't say in the hour that they go through twice", () => {
    const slot = { startsAt: "2026-10-25T00:30:00Z", endsAt: "2026-10-25T01:30:00Z" };
    expect(wallTimes(slot, "Europe/London", "GMT Standard Time")).toEqual({
      start: { dateTime: "2026-10-25T00:30:00", timeZone: "UTC" },
      end: { dateTime: "2026-10-25T01:30:00", timeZone: "UTC" },
    });
    const later = { startsAt: "2026-10-25T02:00:00Z", endsAt: "2026-10-25T03:00:00Z" };
    expect(wallTimes(later, "Europe/London", "GMT Standard Time")).toEqual({
      start: { dateTime: "2026-10-25T02:00:00", timeZone: "GMT Standard Time" },
      end: { dateTime: "2026-10-25T03:00:00", timeZone: "GMT Standard Time" },
    });
  });
});
