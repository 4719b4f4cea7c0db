import { describe, expect, it } from "vitest";
import { ConversationLimits } from "./conversation-limits.ts";

function limitsAt(start: number) {
  const clock = { now: start };
  return { clock, limits: new ConversationLimits(() => clock.now) };
}

/** When each of `calls` taken at once would go out, in milliseconds from now. */
const spread = (limits: ConversationLimits, calls: number) => Array.from({ length: calls }, () => limits.take("a:Ana"));

/** The most that go out in any `ms` milliseconds. */
const most = (times: readonly number[], ms: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

describe("[PACE-2] what is said in one conversation", () => {
  it("goes out at once while it is little", () => {
    expect(spread(limitsAt(1_000).limits, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("keeps every limit at once, however much there is to say", () => {
    const times = spread(limitsAt(1_000).limits, 2_000);
    expect(most(times, 1_000)).toBe(7);
    expect(most(times, 2_000)).toBe(8);
    expect(most(times, 30_000)).toBe(60);
    expect(most(times, 3_600_000)).toBe(1_800);
  });

  it("waits no longer than it must", () => {
    const { limits } = limitsAt(1_000);
    expect(spread(limits, 9).slice(7)).toEqual([1_000, 2_000]);
  });

  it("has no bearing on another conversation", () => {
    const { limits } = limitsAt(1_000);
    spread(limits, 100);
    expect(limits.take("a:Ben")).toBe(0);
  });

  it("counts answers, which go out at once, against what is said unasked", () => {
    const { limits } = limitsAt(1_000);
    for (let answer = 0; answer < 7; answer += 1) limits.count("a:Ana");
    expect(limits.waitFor("a:Ana")).toBe(1_000);
    expect(limits.take("a:Ana")).toBe(1_000);
  });

  it("is free again as time passes", () => {
    const { clock, limits } = limitsAt(1_000);
    spread(limits, 60);
    clock.now += 3_600_001;
    expect(limits.take("a:Ana")).toBe(0);
  });

  it("is forgotten after an hour of silence, so that memory doesn't grow with the number of people", () => {
    const { clock, limits } = limitsAt(1_000);
    for (let person = 0; person < 500; person += 1) limits.take(`a:${person}`);
    clock.now += 3_700_000;
    limits.take("a:Ana");
    expect(limits.size).toBe(1);
  });
});
