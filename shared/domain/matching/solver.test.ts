import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestByForce } from "./brute-force-fixture.ts";
import { checkCertificate } from "./certificate.ts";
import type { Edge } from "./edge-list.ts";
import { manyAndFew, nestedBlossoms, ringWithChords, triangleChain, triangleLadder } from "./hard-graphs-fixture.ts";
import { graphFrom, numbersFor } from "./small-graph-fixture.ts";
import { maximumWeightMatching } from "./solver.ts";

const [ana, ben, chidi, dara] = [0, 1, 2, 3] as const;
const seed = 20261124;

/** Any graph of up to so many vertices. */
const smallGraphs = (mostVertices: number) =>
  fc
    .array(fc.nat(2 ** 30), { maxLength: numbersFor(mostVertices), size: "max" })
    .map((numbers) => graphFrom(numbers, mostVertices));

describe("the best matching", () => {
  it("[MATCH-1] gives up the best pair where two others are worth more together", () => {
    const { mate, weight } = maximumWeightMatching(4, [
      [ana, ben, 6],
      [ben, chidi, 10],
      [chidi, dara, 6],
    ]);
    expect([...mate]).toEqual([ben, ana, dara, chidi]);
    expect(weight).toBe(12);
  });

  it("[MATCH-1] leaves a pair unmatched that would cost more than it brings, unless as many as possible are to be matched", () => {
    const edges: Edge[] = [
      [ana, ben, 5],
      [ben, chidi, 12],
      [chidi, dara, 5],
    ];
    expect([...maximumWeightMatching(4, edges).mate]).toEqual([-1, chidi, ben, -1]);
    expect([...maximumWeightMatching(4, edges, { maxCardinality: true }).mate]).toEqual([ben, ana, dara, chidi]);
  });

  it("[MATCH-1] is empty where there is nobody, nothing, or nothing worth having", () => {
    expect([...maximumWeightMatching(0, []).mate]).toEqual([]);
    expect([...maximumWeightMatching(3, []).mate]).toEqual([-1, -1, -1]);
    expect(maximumWeightMatching(2, [[ana, ben, -3]]).weight).toBe(0);
    expect(maximumWeightMatching(2, [[ana, ben, -3]], { maxCardinality: true }).weight).toBe(-3);
  });

  it.each([false, true])(
    "[MATCH-1] [MATCH-2] is what trying everything finds, and proven (as many as possible: %s)",
    (maxCardinality) => {
      fc.assert(
        fc.property(smallGraphs(11), ({ n, edges }) => {
          const { mate, weight, certificate } = maximumWeightMatching(n, edges, { maxCardinality });
          const best = bestByForce({ n, edges }, maxCardinality);
          expect(weight).toBe(best.weight);
          if (maxCardinality) expect(mate.filter((partner) => partner >= 0).length).toBe(2 * best.size);
          expect(checkCertificate(n, edges, mate, certificate, { maxCardinality })).toEqual({ ok: true });
        }),
        { seed, numRuns: 1500 },
      );
    },
  );
});

describe("whatever the order", () => {
  it("[MATCH-4] gives the same partners and the same proof, in whichever order edges and their ends come", () => {
    const anyOrder = smallGraphs(14).chain(({ n, edges }) =>
      fc.record({
        n: fc.constant(n),
        edges: fc.constant(edges),
        shuffled: fc.shuffledSubarray([...edges], { minLength: edges.length }),
        turned: fc.array(fc.boolean(), { minLength: edges.length, maxLength: edges.length }),
      }),
    );
    fc.assert(
      fc.property(anyOrder, fc.boolean(), ({ n, edges, shuffled, turned }, maxCardinality) => {
        const other = shuffled.map(([u, v, weight], place): Edge => (turned[place] ? [v, u, weight] : [u, v, weight]));
        expect(maximumWeightMatching(n, other, { maxCardinality })).toEqual(
          maximumWeightMatching(n, edges, { maxCardinality }),
        );
      }),
      { seed, numRuns: 500 },
    );
  });

  it("[MATCH-4] counts the heaviest of parallel edges", () => {
    const edges: Edge[] = [
      [ana, ben, 3],
      [ben, ana, 8],
      [ana, ben, 5],
    ];
    expect(maximumWeightMatching(2, edges).weight).toBe(8);
  });

  it("[MATCH-5] is never worth less for another edge", () => {
    fc.assert(
      fc.property(smallGraphs(12), ({ n, edges }) => {
        const weights = edges.map((_, count) => maximumWeightMatching(n, edges.slice(0, count + 1)).weight);
        expect(weights).toEqual(weights.toSorted((one, other) => one - other));
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe("graphs made to be hard", () => {
  const hard = [
    nestedBlossoms(400),
    triangleChain(1000),
    triangleLadder(1000),
    manyAndFew(20),
    ringWithChords(10_000),
    ringWithChords(9999),
  ];

  it.each(hard)("[MATCH-2] [MATCH-6] solves and proves $name", ({ n, edges }) => {
    for (const maxCardinality of [false, true]) {
      const { mate, certificate } = maximumWeightMatching(n, edges, { maxCardinality });
      expect(checkCertificate(n, edges, mate, certificate, { maxCardinality })).toEqual({ ok: true });
    }
  });

  it("[MATCH-6] shrinks thousands of blossoms into one another without losing its breath", () => {
    const { n, edges } = nestedBlossoms(4999);
    const { mate, certificate } = maximumWeightMatching(n, edges);
    expect(certificate.z.length).toBe(4999);
    expect(checkCertificate(n, edges, mate, certificate)).toEqual({ ok: true });
  });
});

describe("what makes no sense", () => {
  it.each([
    ["a count that is no whole number", 1.5, []],
    ["a negative count", -1, []],
    ["an end out of range", 2, [[ana, chidi, 1]]],
    ["a negative end", 2, [[ana, -1, 1]]],
    ["an end that is no whole number", 2, [[ana, 0.5, 1]]],
    ["an edge from somebody to the same", 2, [[ana, ana, 1]]],
    ["a weight that is no whole number", 2, [[ana, ben, 0.5]]],
    ["a weight that is no number", 2, [[ana, ben, Number.NaN]]],
    ["a weight without end", 2, [[ana, ben, Number.POSITIVE_INFINITY]]],
    ["weights too large to be added up", 2, [[ana, ben, 2 ** 52]]],
  ] as const)("[MATCH-7] refuses %s", (_, n, edges) => {
    expect(() => maximumWeightMatching(n, edges)).toThrow(RangeError);
  });
});
