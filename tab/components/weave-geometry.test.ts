import { describe, expect, it } from "vitest";
import { type Curve, distance, lobe, split, trimEnd, trimStart } from "./curve.ts";
import { apartWeave, braidWeave, seriesOf, turnWeave, yearWeave } from "./weave-geometry.ts";

const filled = { radius: 6, hollow: false };
const hollow = { radius: 5, hollow: true };
const even = { left: 6, right: 242, middle: 20, lobes: 5, lean: 0, marks: [filled, filled] } as const;
const year = { width: 600, reach: 21, middle: 24, sessions: 6, held: 2, voices: 2, dot: 5 } as const;

const numbers = (path: string) => [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
const points = (path: string) =>
  numbers(path).flatMap((x, at, all) => (at % 2 === 0 ? [[x, all[at + 1] ?? 0] as const] : []));
const pieces = (path: string) => path.split("M").filter((piece) => piece !== "").length;
const first = (path: string) => points(path)[0] ?? [0, 0];
const last = (path: string) => points(path).at(-1) ?? [0, 0];

describe("a curve", () => {
  const curve: Curve = lobe([0, 0], 100, -40);

  it("peaks at three quarters of its controls' height", () => {
    expect(split(curve, 0.5)[0][3][1]).toBeCloseTo(-30);
  });

  it("loses exactly what lies within the radius when it is trimmed", () => {
    expect(distance(trimStart(curve, 10)[0], [0, 0])).toBeCloseTo(10, 2);
    expect(distance(trimEnd(curve, 10)[3], [100, 0])).toBeCloseTo(10, 2);
    expect(trimStart(curve, 0)).toEqual(curve);
  });
});

describe("the weave of a turn", () => {
  it("divides its width in a geometric series", () => {
    const widths = seriesOf(3, 219, 0.5);
    expect(widths.reduce((all, width) => all + width)).toBeCloseTo(219);
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.5);
  });

  it("starts each strand in its own mark and stops the other short of it", () => {
    const [one = "", other = ""] = turnWeave(even);
    expect(first(one)).toEqual([6, 20]);
    expect(distance(first(other), [6, 20])).toBeGreaterThan(10);
    expect(last(other)).toEqual([242, 20]);
    expect(distance(last(one), [242, 20])).toBeGreaterThan(10);
  });

  it("starts a strand at the rim of a hollow mark", () => {
    const [, other = ""] = turnWeave({ ...even, marks: [filled, hollow] });
    expect(distance(last(other), [242, 20])).toBeCloseTo(5, 1);
  });

  it("takes the strands over and under in turn, so that each crossing has one gap", () => {
    const unbroken = (path: string, x: number) => points(path).some((point) => distance(point, [x, 20]) < 0.01);
    const over = [1, 2, 3, 4].map((joint) => turnWeave(even).map((path) => unbroken(path, 6 + (joint * 236) / 5)));
    expect(over).toEqual([
      [false, true],
      [true, false],
      [false, true],
      [true, false],
    ]);
  });

  it("leans to whoever speaks: the same picture, turned round, when the turn passes", () => {
    const [left = ""] = turnWeave({ ...even, lean: 1 });
    const [, right = ""] = turnWeave({ ...even, lean: -1 });
    const highest = (path: string) => Math.min(...points(path).map(([, y]) => y));
    const lowest = (path: string) => Math.max(...points(path).map(([, y]) => y));
    expect(20 - highest(left)).toBeGreaterThan(20);
    expect(Math.max(20 - highest(right), lowest(right) - 20)).toBeCloseTo(20 - highest(left), 0);
  });

  it("leaves two ends that stop short while the pair is apart", () => {
    const [one = "", other = ""] = apartWeave(even);
    expect(last(one)[0]).toBeLessThan(last(other)[0]);
    expect(pieces(one)).toBe(1);
  });
});

describe("the weave of a year", () => {
  it("meets in the next session, in the middle of its column", () => {
    expect(yearWeave(year).next).toEqual([250, 24]);
    for (const path of yearWeave(year).past) expect(distance(last(path), [250, 24])).toBeCloseTo(9.5, 1);
  });

  it("goes on from there to the end", () => {
    for (const path of yearWeave(year).ahead) {
      expect(first(path)[0]).toBeGreaterThan(250);
      expect(last(path)[0]).toBeCloseTo(600);
    }
  });

  it("starts with the voices apart, one above the other", () => {
    const [one = "", other = ""] = yearWeave(year).past;
    expect(first(one)).toEqual([0, 3]);
    expect(first(other)).toEqual([0, 45]);
  });

  it("breaks one strand at each session held, and none ahead", () => {
    const { past, ahead } = yearWeave(year);
    expect(past.map(pieces)).toEqual([2, 2]);
    expect(ahead.map(pieces)).toEqual([1, 1]);
    expect(yearWeave({ ...year, held: 0 }).past.map(pieces)).toEqual([1, 1]);
  });

  it("has nothing ahead once every session is held", () => {
    const done = yearWeave({ ...year, held: 6 });
    expect(done.next).toBeNull();
    expect(done.ahead).toEqual(["", ""]);
    expect(last(done.past[0] ?? "")[0]).toBeCloseTo(600);
  });

  it("braids three voices, each starting on a level of its own", () => {
    const { past, next } = yearWeave({ ...year, voices: 3 });
    expect(past.map((path) => first(path)[1])).toEqual([3, 24, 45]);
    expect(next).toEqual([250, 13.5]);
    const strands = braidWeave({ width: 200, reach: 16, middle: 20, lobes: 4 });
    expect(strands.map(pieces).reduce((all, count) => all + count)).toBe(3 + 4);
  });
});
