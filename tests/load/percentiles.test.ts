import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, spreadOf } from "./percentiles.ts";

const oneToHundred = Array.from({ length: 100 }, (_, at) => 100 - at);

describe("A percentile", () => {
  it("is the sample at the nearest rank, whatever the order", () => {
    expect(percentile(oneToHundred, 50)).toBe(50);
    expect(percentile(oneToHundred, 99)).toBe(99);
    expect(percentile(oneToHundred, 100)).toBe(100);
  });

  it("of few samples is the worst one, not a number in between", () => {
    expect(percentile([4, 1, 3], 99)).toBe(4);
    expect(percentile([4, 1, 3], 50)).toBe(3);
    expect(percentile([7], 1)).toBe(7);
  });

  it("compares by size and not by spelling", () => {
    expect(percentile([9, 10, 100], 50)).toBe(10);
  });

  it("is a sample that enough samples do not exceed, and no smaller one is", () => {
    const samples = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 100 }), (all, percent) => {
        const found = percentile(all, percent);
        const upTo = (most: number) => (100 * all.filter((one) => one <= most).length) / all.length;
        expect(all).toContain(found);
        expect(upTo(found)).toBeGreaterThanOrEqual(percent);
        expect(upTo(found - 1)).toBeLessThan(percent);
      }),
    );
  });

  it("doesn't exist without samples, at nothing, or beyond all of them", () => {
    expect(() => percentile([], 50)).toThrow(RangeError);
    expect(() => percentile([1], 0)).toThrow("There is no percentile 0.");
    expect(() => percentile([1], 101)).toThrow("There is no percentile 101.");
  });

  it("leaves the samples as they were", () => {
    const samples = [3, 1, 2];
    expect(spreadOf(samples)).toEqual({ p50: 2, p99: 3, max: 3 });
    expect(samples).toEqual([3, 1, 2]);
  });
});
