import { describe, expect, it } from "vitest";
import { clocksDiffer, date, day, shortDay, time } from "./when.ts";

const ana = { locale: "en-GB", timeZone: "Europe/London" };
const ben = { locale: "en-IN", timeZone: "Asia/Kolkata" };
const now = Date.parse("2026-11-23T12:00:00Z");

describe("telling a time", () => {
  it("[WHEN-1] tells it on the reader's own clock", () => {
    expect(time("2026-11-26T10:00:00Z", ana)).toBe("10:00");
    expect(time("2026-11-26T10:00:00Z", ben)).toMatch(/^3:30\spm$/);
  });

  it("[WHEN-2] uses the weekday alone within six days, and the date beyond", () => {
    expect(day("2026-11-26T10:00:00Z", ana, now)).toBe("Thursday");
    expect(day("2026-12-10T10:00:00Z", ana, now)).toBe("Thursday 10 December");
    expect(day("2027-01-07T10:00:00Z", ana, now)).toBe("Thursday 7 January 2027");
    expect(date("2026-10-14T10:00:00Z", ana, now)).toBe("14 October");
    expect(date("2025-10-14T10:00:00Z", ana, now)).toBe("14 October 2025");
  });

  it("[WHEN-2] uses the day it is for the reader", () => {
    expect(shortDay("2026-11-26T20:00:00Z", ana)).toBe("Thu 26 Nov");
    expect(shortDay("2026-11-26T20:00:00Z", ben)).toBe("Fri 27 Nov");
  });

  it("[WHEN-3] tells the partner's time only where the clocks differ then", () => {
    expect(clocksDiffer("2026-11-26T10:00:00Z", "Europe/London", "Asia/Kolkata")).toBe(true);
    expect(clocksDiffer("2026-11-26T10:00:00Z", "Europe/London", "Europe/Lisbon")).toBe(false);
  });
});
