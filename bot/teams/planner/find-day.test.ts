import { describe, expect, it } from "vitest";
import { findDay } from "./find-day.ts";

/** A Monday noon in London, Monday evening in Kolkata, Tuesday morning in Auckland. */
const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
const london = { locale: "en-GB", timeZone: "Europe/London", now };

const day = (text: string, reader = london) => findDay(text, reader)?.day.toString() ?? null;

describe("a day named in words", () => {
  it.each([
    ["next Thursday", "2026-12-03"],
    ["on Thursday", "2026-11-26"],
    ["this Friday afternoon", "2026-11-27"],
    ["tomorrow at 10", "2026-11-24"],
    ["next week", "2026-11-30"],
    ["in two weeks", "2026-12-07"],
    ["in a fortnight", "2026-12-07"],
    ["7 January", "2027-01-07"],
    ["7/1", "2027-01-07"],
    ["on the 30th", "2026-11-30"],
    ["the 12th", "2026-12-12"],
    ["on the 31st", "2026-12-31"],
    ["in January", "2027-01-01"],
    ["last Thursday", "2026-11-19"],
  ])("%s is %s", (text, expected) => {
    expect(day(`book our next check-in ${text}`)).toBe(expected);
  });

  it.each([
    "book our next check-in",
    "book our 1:1 with Ben",
    "may I book session 4",
    "book it at 10",
    "who opens now",
    "who sat with us",
  ])("is not read into: %s", (text) => {
    expect(day(text)).toBeNull();
  });

  it("is the day that it is where the reader is", () => {
    expect(day("tomorrow", { locale: "en-NZ", timeZone: "Pacific/Auckland", now })).toBe("2026-11-25");
    expect(day("tomorrow", { locale: "en-US", timeZone: "America/Los_Angeles", now })).toBe("2026-11-24");
  });

  it("is read in the reader's order of day and month", () => {
    expect(day("on 7/1", { ...london, locale: "en-US" })).toBe("2027-07-01");
  });
});
