import { describe, expect, it } from "vitest";
import { isPossibleLength } from "./length.ts";

describe("the length of a check-in", () => {
  it("[SLOT-14] is from 15 to 180 minutes, in steps of five", () => {
    expect([15, 20, 25, 60, 75, 180].filter((minutes) => !isPossibleLength(minutes))).toEqual([]);
    const impossible = [Number.NaN, -60, 0, 5, 10, 16, 62.5, 181, 185, Number.POSITIVE_INFINITY];
    expect(impossible.filter(isPossibleLength)).toEqual([]);
  });
});
