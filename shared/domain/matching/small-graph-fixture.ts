import type { Edge } from "./edge-list.ts";

/** A graph to match, small enough to try everything. */
export interface SmallGraph {
  readonly n: number;
  readonly edges: readonly Edge[];
}

/** Weights of many kinds: mostly ties, of both signs, all the same, or all different. */
const weightKinds: readonly ((number: number) => number)[] = [
  (number) => 1 + (number % 3),
  (number) => (number % 21) - 8,
  () => 1,
  (number) => number % 101,
  (number) => (number % 2_000_001) - 1_000_000,
];

/**
 * Reads a graph out of any whole numbers: how many vertices, which kind of weights, then three numbers an edge, three edges a vertex at most. So
 * there come even and odd ones, connected or not, sparse and dense, with parallel edges.
 */
export function graphFrom(numbers: readonly number[], mostVertices: number): SmallGraph {
  const [count = 0, kind = 0, ...rest] = numbers;
  const n = 1 + (count % mostVertices);
  const weightOf = weightKinds[kind % weightKinds.length] ?? (() => 1);
  const edges: Edge[] = [];
  for (let at = 0; n > 1 && at + 2 < rest.length && edges.length < 3 * n; at += 3) {
    const [one = 0, other = 0, weight = 0] = rest.slice(at, at + 3);
    edges.push([one % n, (one + 1 + (other % (n - 1))) % n, weightOf(weight)]);
  }
  return { n, edges };
}

/** Enough numbers for a graph of so many vertices. */
export const numbersFor = (mostVertices: number): number => 2 + 9 * mostVertices;
