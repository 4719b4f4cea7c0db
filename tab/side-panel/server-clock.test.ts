import { describe, expect, it } from "vitest";
import { measureOffset, offsetOf, turnPart } from "./server-clock.ts";

describe("the server's clock", () => {
  it("[PANEL-3] trusts the sample that was answered soonest", () => {
    const slow = { askedAt: 1000, answeredAt: 3000, server: 9000 };
    const quick = { askedAt: 4000, answeredAt: 4020, server: 5010 };
    expect(offsetOf([slow, quick])).toBe(1000);
    expect(offsetOf([])).toBeNull();
  });

  it("[PANEL-3] leaves out samples that failed, and knows nothing when all did", async () => {
    let at = 0;
    const now = () => (at += 10);
    const answers = [null, "1970-01-01T00:00:05.000Z", null, null, null];
    expect(await measureOffset(async () => answers.shift() ?? null, now)).toBe(5000 - 25);
    expect(await measureOffset(async () => null, now)).toBeNull();
  });

  it("fills a turn from nothing to whole and no further", () => {
    expect(turnPart(10_000, 300, 10_000)).toBe(0);
    expect(turnPart(10_000, 300, 160_000)).toBe(0.5);
    expect(turnPart(10_000, 300, 900_000)).toBe(1);
    expect(turnPart(10_000, 300, 5_000)).toBe(0);
    expect(turnPart(10_000, 0, 10_000)).toBe(1);
  });
});
