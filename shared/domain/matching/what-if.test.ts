import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCertificate } from "./certificate.ts";
import type { Edge } from "./edge-list.ts";
import { graphFrom, numbersFor } from "./small-graph-fixture.ts";
import { maximumWeightMatching } from "./solver.ts";
import { WhatIf } from "./what-if.ts";

const [ana, ben, chidi, dara] = [0, 1, 2, 3] as const;
const range = { low: -1_000_000, high: 1_000_000 };

const edges: readonly Edge[] = [
  [ana, ben, 9],
  [ben, chidi, 7],
  [chidi, dara, 9],
  [dara, ana, 6],
];

const partners = (cohort: WhatIf) => [...cohort.solve().mate];

describe("a wish", () => {
  it("[MATCH-11] pairs two whatever it costs, until it is taken back", () => {
    const cohort = new WhatIf(4, edges);
    cohort.force(ben, chidi);
    expect(partners(cohort)).toEqual([dara, chidi, ben, ana]);
    expect(cohort.solve().weight).toBe(13);
    cohort.release(ben, chidi);
    expect(cohort.solve().weight).toBe(18);
  });

  it("[MATCH-11] keeps two apart, until it is taken back", () => {
    const cohort = new WhatIf(4, edges);
    cohort.forbid(ana, ben);
    expect(cohort.solve().weight).toBe(13);
    cohort.allow(ben, ana);
    expect(cohort.solve().weight).toBe(18);
  });

  it("[MATCH-11] goes on without somebody who leaves, and with somebody who comes late", () => {
    const cohort = new WhatIf(4, edges);
    cohort.remove(ana);
    expect(partners(cohort)).toEqual([-1, -1, dara, chidi]);
    const elif = cohort.add([[ben, 4]]);
    expect(elif).toBe(4);
    expect(partners(cohort)).toEqual([-1, elif, dara, chidi, ben]);
    cohort.restore(ana);
    expect(cohort.solve().weight).toBe(18);
  });

  it("[MATCH-11] changes what a pair is worth, also where it was no edge", () => {
    const cohort = new WhatIf(4, edges);
    cohort.reweigh(ana, chidi, 30);
    expect(partners(cohort)).toEqual([chidi, -1, ana, -1]);
    cohort.reweigh(ana, chidi, 1);
    expect(cohort.solve().weight).toBe(18);
  });

  it("[MATCH-11] is refused where it contradicts another", () => {
    const cohort = new WhatIf(4, edges, { maxCardinality: true });
    cohort.force(ana, ben);
    expect(() => cohort.force(ana, dara)).toThrow(RangeError);
    expect(() => cohort.forbid(ana, ben)).toThrow(RangeError);
    expect(() => cohort.remove(ben)).toThrow(RangeError);
    expect(() => cohort.force(ana, chidi)).toThrow(RangeError);
    expect(() => cohort.reweigh(ana, ben, 100)).toThrow(RangeError);
    expect(() => cohort.add([[7, 6]])).toThrow(RangeError);
    expect(cohort.solve().weight).toBe(18);
  });
});

/** Any graph of up to so many vertices. */
const smallGraphs = (mostVertices: number) =>
  fc
    .array(fc.nat(2 ** 30), { maxLength: numbersFor(mostVertices), size: "max" })
    .map((numbers) => graphFrom(numbers, mostVertices));

/** What a coordinator may do, in numbers: which wish, about whom, and a weight. */
const wishes = fc.array(fc.tuple(fc.nat(7), fc.nat(99), fc.nat(99), fc.integer({ min: -10, max: 40 })), {
  minLength: 5,
  maxLength: 20,
});

/** Makes a wish; one that is refused changes nothing. */
function wish(
  cohort: WhatIf,
  n: number,
  [kind, one, other, weight]: readonly [number, number, number, number],
): number {
  const u = one % n;
  const v = (u + 1 + (other % Math.max(1, n - 1))) % n;
  const kinds = [
    () => cohort.force(u, v),
    () => cohort.release(u, v),
    () => cohort.forbid(u, v),
    () => cohort.allow(u, v),
    () => cohort.remove(u),
    () => cohort.restore(u),
    () => cohort.reweigh(u, v, weight),
    () => cohort.add([[u, weight]]),
  ];
  try {
    kinds[kind]?.();
    return kind === 7 ? n + 1 : n;
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return n;
  }
}

describe("any wishes, in any order", () => {
  it.each([false, true])(
    "[MATCH-11] leave what solving from nothing finds, and a proof of it (as many as possible: %s)",
    (maxCardinality) => {
      fc.assert(
        fc.property(smallGraphs(12), wishes, (graph, list) => {
          const cohort = new WhatIf(graph.n, graph.edges, { maxCardinality, range });
          let { n } = graph;
          for (const one of list) {
            n = wish(cohort, n, one);
            const standing = cohort.standing();
            const { mate, weight, certificate } = cohort.solve();
            expect(weight).toBe(maximumWeightMatching(n, standing, { maxCardinality }).weight);
            expect(checkCertificate(n, standing, mate, certificate, { maxCardinality })).toEqual({ ok: true });
          }
        }),
        { seed: 20261124, numRuns: 150 },
      );
    },
  );
});
