import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestByForce } from "./brute-force-fixture.ts";
import { checkWitness, checkWitnessOfAllPairs } from "./check-witness.ts";
import type { Edge } from "./edge-list.ts";
import { manyAndFew, ringWithChords, triangleChain } from "./hard-graphs-fixture.ts";
import { graphFrom, numbersFor } from "./small-graph-fixture.ts";
import { maximumWeightMatching } from "./solver.ts";
import { findWitness } from "./witness.ts";

const [ana, ben, chidi, dara] = [0, 1, 2, 3] as const;
const seed = 20261124;

/** Any graph of up to so many vertices. */
const smallGraphs = (mostVertices: number) =>
  fc
    .array(fc.nat(2 ** 30), { maxLength: numbersFor(mostVertices), size: "max" })
    .map((numbers) => graphFrom(numbers, mostVertices));

/** Everybody wants Ana. */
const star: readonly Edge[] = [
  [ana, ben, 1],
  [ana, chidi, 1],
  [ana, dara, 1],
];

const asManyAsPossible = (n: number, edges: readonly Edge[]) =>
  maximumWeightMatching(n, edges, { maxCardinality: true }).mate;

describe("a witness", () => {
  it("[MATCH-10] is whoever all the others need", () => {
    expect(findWitness(4, star, asManyAsPossible(4, star))).toEqual([ana]);
    expect(checkWitness(4, star, 1, [ana])).toEqual({ ok: true });
  });

  it("[MATCH-10] is found for every matching with as many pairs as possible, and for no other", () => {
    fc.assert(
      fc.property(smallGraphs(11), ({ n, edges }) => {
        const mate = asManyAsPossible(n, edges);
        const { size } = bestByForce({ n, edges }, true);
        const witness = findWitness(n, edges, mate);
        expect(witness && checkWitness(n, edges, size, witness)).toEqual({ ok: true });
        const matched = mate.findIndex((partner) => partner >= 0);
        if (matched < 0) return;
        mate[mate[matched] as number] = -1;
        mate[matched] = -1;
        expect(findWitness(n, edges, mate)).toBeNull();
      }),
      { seed, numRuns: 500 },
    );
  });

  it("[MATCH-10] never shows less than is possible", () => {
    fc.assert(
      fc.property(smallGraphs(9), fc.uniqueArray(fc.nat(8)), ({ n, edges }, people) => {
        const { size } = bestByForce({ n, edges }, true);
        const some = people.filter((v) => v < n);
        expect(checkWitness(n, edges, size - 1, some).ok).toBe(false);
      }),
      { seed, numRuns: 300 },
    );
  });

  it.each([triangleChain(2001), manyAndFew(20), ringWithChords(9999)])(
    "[MATCH-6] [MATCH-10] is found for $name",
    ({ n, edges }) => {
      const mate = asManyAsPossible(n, edges);
      const size = mate.filter((partner) => partner >= 0).length / 2;
      const witness = findWitness(n, edges, mate);
      expect(witness && checkWitness(n, edges, size, witness)).toEqual({ ok: true });
    },
  );

  it("[MATCH-10] is checked against all pairs as against edges", () => {
    const isEdge = (u: number) => u === ana;
    expect(checkWitnessOfAllPairs(4, isEdge, 1, [ana])).toEqual({ ok: true });
    expect(checkWitnessOfAllPairs(4, isEdge, 0, [ana])).toEqual({
      ok: false,
      why: "The witness leaves room for 1 edges.",
    });
  });

  it("[MATCH-10] is refused where it names somebody twice, or nobody", () => {
    expect(checkWitness(4, star, 1, [ana, ana]).ok).toBe(false);
    expect(checkWitness(4, star, 1, [ana, 7]).ok).toBe(false);
    expect(checkWitness(3, star, 1, [ana])).toEqual({ ok: false, why: "There is no edge from 0 to 3." });
  });
});
