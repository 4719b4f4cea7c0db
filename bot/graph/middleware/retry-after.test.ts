import { describe, expect, it } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const now = Date.UTC(2026, 10, 23, 9, 0, 0);

describe("how long Graph asks to wait", () => {
  it.each([
    ["whole seconds", "3", 3_000],
    ["fractions of a second", "0.25", 250],
    ["a date", "Mon, 23 Nov 2026 09:00:07 GMT", 7_000],
    ["a date that is past", "Mon, 23 Nov 2026 08:59:00 GMT", 0],
    ["nothing", null, null],
    ["a word", "soon", null],
    ["a negative number", "-5", null],
  ])("reads %s", (_form, header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});
