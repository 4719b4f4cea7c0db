import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allPairsMatching, type Progress } from "./all-pairs.ts";
import { checkAllPairs } from "./certificate.ts";
import type { Edge } from "./edge-list.ts";
import { maximumWeightMatching } from "./solver.ts";

const seed = 20261124;

/** Runs it to its end, and keeps what it said on the way. */
function runToEnd<Value, Result>(
  steps: Generator<Value, Result>,
): { readonly values: Value[]; readonly result: Result } {
  const values: Value[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { values, result: step.value };
    values.push(step.value);
  }
}

/** A made-up worth for any two, with ties and pairs that may not be, the same for the same numbers. */
const worthOf =
  (salt: number, kinds: number) =>
  (u: number, v: number): number => {
    const stirred = Math.imul((u + 1) * 7919 + v * 104_729 + salt, 0x45d9f3b) >>> 8;
    return stirred % 11 === 0 ? Number.NEGATIVE_INFINITY : (stirred % kinds) - 2;
  };

const everyEdge = (n: number, weightOf: (u: number, v: number) => number): Edge[] =>
  Array.from({ length: n }, (_, u) => u)
    .flatMap((u) => Array.from({ length: n - u - 1 }, (_, step): Edge => [u, u + 1 + step, weightOf(u, u + 1 + step)]))
    .filter(([, , weight]) => weight > Number.NEGATIVE_INFINITY);

describe("the best among all pairs", () => {
  it.each([1, 2, 5])("[MATCH-8] is worth what solving with every pair as an edge is, from lists of %i", (listed) => {
    const cohorts = fc.record({
      n: fc.integer({ min: 1, max: 40 }),
      salt: fc.nat(),
      kinds: fc.constantFrom(4, 50, 5000),
    });
    fc.assert(
      fc.property(cohorts, fc.boolean(), ({ n, salt, kinds }, maxCardinality) => {
        const weightOf = worthOf(salt, kinds);
        const { result } = runToEnd(allPairsMatching(n, weightOf, { maxCardinality, listed }));
        expect(result.weight).toBe(maximumWeightMatching(n, everyEdge(n, weightOf), { maxCardinality }).weight);
        expect(checkAllPairs(n, weightOf, result.mate, result.certificate, { maxCardinality })).toEqual({ ok: true });
      }),
      { seed, numRuns: 60 },
    );
  });

  it("[MATCH-8] makes few of the pairs edges, and asks for few a second time", () => {
    let asked = 0;
    const weightOf = worthOf(7, 5000);
    const counting = (u: number, v: number) => {
      asked += 1;
      return weightOf(u, v);
    };
    const { result } = runToEnd(allPairsMatching(600, counting));
    expect(asked).toBeLessThan((1.2 * (600 * 599)) / 2);
    expect(checkAllPairs(600, weightOf, result.mate, result.certificate)).toEqual({ ok: true });
  });

  it("[MATCH-9] says how far it is: listing, then solving and pricing by turns, and never backwards within a stage", () => {
    const { values } = runToEnd(allPairsMatching(1000, worthOf(3, 5000)));
    expect(values[0]).toEqual({ stage: "listing", round: 1, done: 0, total: 499_500 });
    expect(new Set(values.map(({ stage }) => stage))).toEqual(new Set(["listing", "solving", "pricing"]));
    expect(values.filter(({ stage }) => stage === "listing").length).toBeGreaterThan(2);
    expect(values.every(({ done, total }) => done < total)).toBe(true);
    expect(values.findLast(({ stage }) => stage === "listing")?.done).toBeGreaterThan(200_000);
    const position = ({ stage, round, done }: Progress) =>
      (stage === "listing" ? 0 : 2 * round + (stage === "pricing" ? 1 : 0)) * 1_000_000 + done;
    const positions = values.map(position);
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])("[MATCH-7] refuses a pair that is worth %d", (weight) => {
    expect(() => runToEnd(allPairsMatching(3, () => weight))).toThrow(RangeError);
  });

  it("[MATCH-9] can be stopped between any two values", () => {
    const steps = allPairsMatching(1000, worthOf(3, 5000));
    steps.next();
    steps.next();
    expect(steps.return({ mate: new Int32Array(), weight: 0, certificate: emptyProof }).done).toBe(true);
    expect(steps.next().done).toBe(true);
  });
});

const emptyProof = { scale: 1, lift: 0, y: new Float64Array(), z: new Float64Array(), parent: new Int32Array() };
