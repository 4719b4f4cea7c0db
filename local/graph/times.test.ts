import { describe, expect, it } from "vitest";
import { epochOf, readWallTime, sevenDigits, shown } from "./times.ts";

const london = { name: "GMT Standard Time", iana: "Europe/London" };

describe("times in requests and answers", () => {
  it("keep the hour of the clock on both sides of a change of clocks", () => {
    const summer = readWallTime({ dateTime: "2026-10-24T10:00:00", timeZone: "GMT Standard Time" });
    const winter = readWallTime({ dateTime: "2026-10-25T10:00:00", timeZone: "Europe/London" });
    expect(new Date(epochOf(summer)).toISOString()).toBe("2026-10-24T09:00:00.000Z");
    expect(new Date(epochOf(winter)).toISOString()).toBe("2026-10-25T10:00:00.000Z");
  });

  it("are shown with seven digits, under the zone name that was asked for", () => {
    expect(shown(Date.parse("2026-07-01T09:00:00.25Z"), london)).toEqual({
      dateTime: "2026-07-01T10:00:00.2500000",
      timeZone: "GMT Standard Time",
    });
    expect(sevenDigits("2026-07-01T10:00:00")).toBe("2026-07-01T10:00:00.0000000");
  });

  it("take seven digits, and let an offset in the text win over the zone", () => {
    expect(readWallTime({ dateTime: "2026-11-24T10:00:00.0000000", timeZone: "UTC" }).local).toBe(
      "2026-11-24T10:00:00.000",
    );
    const kept = readWallTime({ dateTime: "2026-11-24T10:00:00Z", timeZone: "India Standard Time" });
    expect(kept).toEqual({ local: "2026-11-24T15:30:00.000", zone: "Asia/Kolkata" });
  });

  it("are refused without a zone, in an unknown one, and as no time at all", () => {
    const refusal = (dateTime: string, timeZone?: string) => {
      try {
        return readWallTime({ dateTime, timeZone });
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(refusal("2026-11-24T10:00:00")).toBe("TimeZoneNotSupportedException");
    expect(refusal("2026-11-24T10:00:00", "Mars/Olympus")).toBe("TimeZoneNotSupportedException");
    expect(refusal("next Tuesday", "UTC")).toBe("ErrorInvalidArgument");
  });
});
