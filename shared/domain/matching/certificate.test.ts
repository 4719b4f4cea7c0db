import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAllPairs, checkCertificate } from "./certificate.ts";
import type { Edge } from "./edge-list.ts";
import { nestedBlossoms } from "./hard-graphs-fixture.ts";
import { graphFrom, numbersFor, type SmallGraph } from "./small-graph-fixture.ts";
import { maximumWeightMatching } from "./solver.ts";
import { copyOf, tamperings } from "./tampering-fixture.ts";

const seed = 20261124;

/** Any graph of up to so many vertices. */
const smallGraphs = (mostVertices: number) =>
  fc
    .array(fc.nat(2 ** 30), { maxLength: numbersFor(mostVertices), size: "max" })
    .map((numbers) => graphFrom(numbers, mostVertices));

/** Two triangles and an edge between: one blossom at least. */
const triangles: SmallGraph = {
  n: 6,
  edges: [
    [0, 1, 8],
    [1, 2, 8],
    [2, 0, 8],
    [3, 4, 8],
    [4, 5, 8],
    [5, 3, 8],
    [2, 3, 2],
  ],
};

describe("tampering", () => {
  const graphs = fc.oneof(smallGraphs(12), fc.constant(triangles), fc.constant(nestedBlossoms(4)));

  it.each(tamperings)("[MATCH-3] is refused where $name", ({ tamper }) => {
    let tried = 0;
    fc.assert(
      fc.property(graphs, fc.boolean(), fc.infiniteStream(fc.nat(999)), ({ n, edges }, maxCardinality, numbers) => {
        const proven = maximumWeightMatching(n, edges, { maxCardinality });
        const tampered = tamper(copyOf(proven), (below) => (numbers.next().value ?? 0) % below);
        if (!tampered) return;
        tried += 1;
        const { mate, certificate } = tampered;
        expect(checkCertificate(n, edges, mate, certificate, { maxCardinality }).ok).toBe(false);
      }),
      { seed, numRuns: 60 },
    );
    expect(tried).toBeGreaterThan(5);
  });

  it("[MATCH-3] names what is wrong", () => {
    const { n, edges } = triangles;
    const { certificate } = maximumWeightMatching(n, edges);
    const lonely = new Int32Array(n).fill(-1);
    expect(checkCertificate(n, edges, lonely, certificate)).toEqual({
      ok: false,
      why: "0 has no partner, but a price.",
    });
  });

  it("[MATCH-3] is seen where an edge is worth more than the proof knew", () => {
    const { n, edges } = triangles;
    const { mate, certificate } = maximumWeightMatching(n, edges);
    const other: Edge[] = [...edges, [0, 5, 100]];
    expect(checkCertificate(n, other, mate, certificate)).toEqual({
      ok: false,
      why: "The pair 0, 5 is worth more than it costs.",
    });
  });

  it.each([
    [0, 6, 1],
    [-1, 0, 1],
    [2, 2, 1],
    [0, 1, 0.5],
    [0, 1, Number.NaN],
  ] as const)("[MATCH-3] is seen where an edge from %d to %d is worth %d, which makes no sense", (u, v, weight) => {
    const { n, edges } = triangles;
    const { mate, certificate } = maximumWeightMatching(n, edges);
    expect(checkCertificate(n, [...edges, [u, v, weight]], mate, certificate).ok).toBe(false);
  });

  it("[MATCH-3] a proof of the greatest weight is none that no matching has more pairs", () => {
    const edges: Edge[] = [
      [0, 1, 5],
      [1, 2, 12],
      [2, 3, 5],
    ];
    const { mate, certificate } = maximumWeightMatching(4, edges);
    expect(checkCertificate(4, edges, mate, certificate)).toEqual({ ok: true });
    expect(checkCertificate(4, edges, mate, certificate, { maxCardinality: true }).ok).toBe(false);
  });
});

describe("a proof for all pairs", () => {
  it("[MATCH-3] is judged as a proof for the same edges is", () => {
    fc.assert(
      fc.property(smallGraphs(10), fc.boolean(), fc.boolean(), ({ n, edges }, maxCardinality, strict) => {
        const { mate, certificate } = maximumWeightMatching(n, edges, { maxCardinality });
        const worth = new Map<string, number>();
        for (const [u, v, weight] of edges) {
          const pair = `${Math.min(u, v)} ${Math.max(u, v)}`;
          worth.set(pair, Math.max(weight, worth.get(pair) ?? weight));
        }
        const weightOf = (u: number, v: number) => worth.get(`${u} ${v}`) ?? Number.NEGATIVE_INFINITY;
        const heaviest = [...worth].map(([pair, weight]): Edge => {
          const [u = 0, v = 0] = pair.split(" ").map(Number);
          return [u, v, weight];
        });
        const options = { maxCardinality: strict };
        const ofAll = checkAllPairs(n, weightOf, mate, certificate, options);
        expect(ofAll.ok).toBe(checkCertificate(n, heaviest, mate, certificate, options).ok);
        if (strict === maxCardinality) expect(ofAll).toEqual({ ok: true });
      }),
      { seed, numRuns: 300 },
    );
  });
});
