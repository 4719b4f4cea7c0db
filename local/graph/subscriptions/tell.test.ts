import { expect, it } from "vitest";
import { waitAfter } from "./tell.ts";

it("tries a subscriber that is away again and again, for four hours as Microsoft does, and then gives up", () => {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const wait = waitAfter(attempts);
    if (wait === null) break;
    waits.push(wait);
  }
  expect(waits.slice(0, 7)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect(hours).toBeCloseTo(4, 1);
});
