import { describe, expect, it } from "vitest";
import { type Intent, isBooking, isDoneInOutlook, planStorm } from "./storm/plan.ts";

const plan = (seed: number, count = 300) => planStorm({ seed, count, pairs: 12 });
const troubles = (intents: readonly Intent[]) => new Set(intents.map(({ trouble }) => JSON.stringify(trouble)));

describe("the plan of a storm", () => {
  it("[FAULT-9] is the same under the same seed, and another under another", () => {
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it("[FAULT-9] begins the same however long it is", () => {
    expect(plan(7, 1000).slice(0, 100)).toEqual(plan(7, 100));
  });

  it("takes the pairs in turn, and counts from 1", () => {
    const intents = planStorm({ seed: 1, count: 30, pairs: 12 });
    expect(intents.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, place) => place + 1));
    expect(intents.every(({ number, pair }) => pair === (number - 1) % 12)).toBe(true);
  });

  it("lets a pair book only when nothing stands, and anything else only when something does", () => {
    const standing = new Map<number, boolean>();
    for (const intent of plan(3, 1000)) {
      expect(isBooking(intent)).toBe(standing.get(intent.pair) !== true);
      standing.set(intent.pair, intent.minutes !== null);
    }
  });

  it("asks for another length than the one that stands", () => {
    const standing = new Map<number, number | null>();
    const wrong: string[] = [];
    for (const { number, kind, pair, minutes } of plan(4, 1000)) {
      const isSame = minutes === standing.get(pair);
      if (kind === "length" ? isSame : kind === "move" && !isSame) wrong.push(`${kind} ${number}`);
      standing.set(pair, minutes);
    }
    expect(wrong).toEqual([]);
  });

  it("meets every kind of trouble, and every step of the saga with a killing", () => {
    const thousand = plan(5, 1000);
    expect(new Set(thousand.map(({ trouble }) => trouble.kind)).size).toBe(9);
    const steps = thousand.flatMap(({ trouble }) => (trouble.kind === "killed-after" ? [trouble.step] : []));
    expect(new Set(steps).size).toBe(12);
    expect(troubles(thousand).size).toBeGreaterThan(150);
  });

  it("has changes done in Outlook where notices of them go astray, but never a booking", () => {
    const astray = plan(6, 1000).filter(({ trouble }) => trouble.kind === "notices");
    expect(astray.filter(isDoneInOutlook).length).toBeGreaterThan(0);
    expect(astray.filter(isBooking).some(isDoneInOutlook)).toBe(false);
  });
});
