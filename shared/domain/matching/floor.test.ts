import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Progress } from "./all-pairs.ts";
import { bestByForce } from "./brute-force-fixture.ts";
import { checkWitnessOfAllPairs } from "./check-witness.ts";
import type { Edge } from "./edge-list.ts";
import { fairestFloor } from "./floor.ts";

const [ana, ben, chidi, dara] = [0, 1, 2, 3] as const;

function runToEnd<Result>(steps: Generator<Progress, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What pairs are worth, by their numbers; all others may not be. */
const worth =
  (edges: readonly Edge[]) =>
  (u: number, v: number): number =>
    edges.find(([one, other]) => one === u && other === v)?.[2] ?? Number.NEGATIVE_INFINITY;

describe("the floor", () => {
  it("[MATCH-12] lifts the worst pair, also where that lowers the total", () => {
    const weightOf = worth([
      [ana, ben, 100],
      [chidi, dara, 1],
      [ana, chidi, 40],
      [ben, dara, 30],
    ]);
    expect(runToEnd(fairestFloor(4, weightOf))).toMatchObject({ floor: 30, size: 2 });
  });

  it("[MATCH-12] leaves nobody out for the sake of a better worst pair", () => {
    const weightOf = worth([
      [ana, ben, 2],
      [ben, chidi, 50],
      [chidi, dara, 3],
    ]);
    expect(runToEnd(fairestFloor(4, weightOf))).toMatchObject({ floor: 2, size: 2 });
  });

  it("[MATCH-12] is no limit where nobody can be paired", () => {
    const none = runToEnd(fairestFloor(3, () => Number.NEGATIVE_INFINITY));
    expect(none).toMatchObject({ floor: Number.POSITIVE_INFINITY, size: 0 });
  });

  it.each([1, 3])(
    "[MATCH-12] is what trying everything finds, and witnessed for all pairs, from lists of %i",
    (listed) => {
      const cohorts = fc.record({
        n: fc.integer({ min: 1, max: 9 }),
        numbers: fc.array(fc.nat(40), { minLength: 36, maxLength: 36 }),
      });
      fc.assert(
        fc.property(cohorts, ({ n, numbers }) => {
          const weightOf = (u: number, v: number) => {
            const number = numbers[(v * (v - 1)) / 2 + u] ?? 0;
            return number > 25 ? Number.NEGATIVE_INFINITY : number - 5;
          };
          const edges = Array.from({ length: n * n }, (_, place): Edge => [Math.floor(place / n), place % n, 0])
            .filter(([u, v]) => u < v)
            .map(([u, v]): Edge => [u, v, weightOf(u, v)])
            .filter(([, , weight]) => weight > Number.NEGATIVE_INFINITY);
          const sizeFrom = (least: number) =>
            bestByForce({ n, edges: edges.filter(([, , weight]) => weight >= least) }, true).size;
          const { floor, size, ofSize, ofFloor } = runToEnd(fairestFloor(n, weightOf, listed));
          expect(size).toBe(sizeFrom(Number.NEGATIVE_INFINITY));
          expect(sizeFrom(floor)).toBe(size);
          const isAny = (u: number, v: number) => weightOf(u, v) > Number.NEGATIVE_INFINITY;
          expect(checkWitnessOfAllPairs(n, isAny, size, ofSize)).toEqual({ ok: true });
          if (size === 0) return;
          const isBetter = (u: number, v: number) => weightOf(u, v) > floor;
          expect(checkWitnessOfAllPairs(n, isBetter, size - 1, ofFloor)).toEqual({ ok: true });
        }),
        { seed: 20261124, numRuns: 200 },
      );
    },
  );
});
