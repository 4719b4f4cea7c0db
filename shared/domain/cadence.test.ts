import { describe, expect, it } from "vitest";
import { nextWindow, windowAround, windowToMove } from "./cadence.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-23T12:00:00Z");

describe("when the next check-in may lie", () => {
  it("[CADENCE-1] is around one cadence after the last one held", () => {
    expect(nextWindow(now, now - 3 * day, 28)).toEqual({ start: now + 15 * day, end: now + 35 * day });
  });

  it("[CADENCE-2] leaves a day's notice and two weeks to choose from, however long ago the pair met", () => {
    for (const lastHeld of [null, now - 60 * day, now - 25 * day])
      expect(nextWindow(now, lastHeld, 28)).toMatchObject({ start: now + day });
    expect(nextWindow(now, now - 60 * day, 28).end).toBe(now + 15 * day);
  });

  it("[CADENCE-3] follows a wish for a day, with three days on either side", () => {
    expect(windowAround(now, now + 10 * day)).toEqual({ start: now + 7 * day, end: now + 14 * day });
    expect(windowAround(now, now).start).toBe(now + day);
  });

  it("[CADENCE-4] is within a week of where it stands when it moves, still with notice and two weeks to choose from", () => {
    expect(windowToMove(now, now + 20 * day)).toEqual({ start: now + 13 * day, end: now + 27 * day });
    expect(windowToMove(now, now + 2 * day)).toEqual({ start: now + day, end: now + 15 * day });
    expect(windowToMove(now, now - 2 * day)).toEqual({ start: now + day, end: now + 15 * day });
  });
});
