import { describe, expect, it } from "vitest";
import { arrivals, follow, kindAt, type Time } from "./arrivals.ts";

describe("Arrivals", () => {
  it("come evenly at the rate asked for", () => {
    expect(arrivals(4, 5)).toEqual([0, 250, 500, 750, 1000]);
  });

  it("don't drift over a long run", () => {
    expect(arrivals(3, 3001).at(-1)).toBeCloseTo(1_000_000, 6);
  });

  it("may be none, and a rate of nothing is a mistake", () => {
    expect(arrivals(200, 0)).toEqual([]);
    expect(() => arrivals(0, 1)).toThrow(RangeError);
    expect(() => arrivals(1, -1)).toThrow(RangeError);
  });
});

describe("A mix of requests", () => {
  const mix = { home: 5, journal: 2, goals: 2, write: 1 };
  const kinds = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => kindAt(mix, from + at));
  const count = (kind: string, of: readonly string[]) => of.filter((one) => one === kind).length;

  it("has every kind exactly as often as told, in each turn", () => {
    for (const turn of [kinds(0, 10), kinds(10, 20), kinds(990, 1000)]) {
      expect(Object.keys(mix).map((kind) => count(kind, turn))).toEqual([5, 2, 2, 1]);
    }
  });

  it("spreads the frequent kind instead of bunching it", () => {
    const turn = kinds(0, 10).join(" ");
    expect(turn).not.toContain("home home home");
  });
});

describe("Following a schedule", () => {
  /** A clock that only moves when slept on, or by what a send takes. */
  function clockwork(): Time & { pass: (milliseconds: number) => void } {
    let now = 1000;
    const pass = (milliseconds: number) => {
      now += milliseconds;
    };
    return { now: () => now, sleep: async (milliseconds) => pass(milliseconds), pass };
  }

  it("sends each when it is due", async () => {
    const time = clockwork();
    const sent: [number, number][] = [];
    await follow([0, 5, 10], (meant, number) => sent.push([time.now() - meant, number]), time);
    expect(sent).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
  });

  it("catches up after a stall at once, and tells the moments that were missed", async () => {
    const time = clockwork();
    const late: number[] = [];
    await follow(
      [0, 5, 10, 100],
      (meant, number) => {
        late.push(time.now() - meant);
        if (number === 0) time.pass(50);
      },
      time,
    );
    expect(late).toEqual([0, 45, 40, 0]);
  });

  it("answers with the moment it started", async () => {
    expect(await follow([], () => {}, clockwork())).toBe(1000);
  });
});
