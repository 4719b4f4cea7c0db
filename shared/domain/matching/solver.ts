import type { Certificate } from "./certificate.ts";
import { type Edge, readEdges } from "./edge-list.ts";
import { arcBetween, type Graph, graphOf } from "./graph.ts";
import { halfIntegral } from "./half-integral.ts";
import type { HalfIntegral } from "./halves.ts";
import { liftFor } from "./lift.ts";
import { certificateOf, matesOf } from "./outcome.ts";
import { scale } from "./scale.ts";
import { whole } from "./whole.ts";

export interface MatchingOptions {
  /** Whether as many as possible are matched first, so that weight only decides among such matchings. */
  readonly maxCardinality?: boolean;
}

export interface Matching {
  /** By vertex: its partner, or -1. */
  readonly mate: Int32Array;
  /** What the matched edges are worth together. */
  readonly weight: number;
  /** Why no other matching is worth more: see `checkCertificate`. */
  readonly certificate: Certificate;
}

/**
 * Finds a matching of greatest weight: a choice of edges of which no two share a vertex, worth more in sum than any other, or as much.
 *
 * Edmonds' blossom algorithm in two phases. The first lets halves count (`half-integral.ts`) and leaves a few odd cycles; the second makes
 * them whole (`whole.ts`). In both, many alternating trees grow at once while one clock runs (`forest.ts`).
 *
 * Of parallel edges the heaviest counts. An edge that is worth nothing or less is only used to match as many as possible. Among matchings of
 * equal weight the numbers of the vertices decide and nothing else: the order of the edges, and of their ends, changes nothing.
 *
 * @param n - how many vertices there are, numbered from 0.
 * @throws RangeError for a count, an end or a weight that is no whole number, an end out of range, an edge from a vertex to itself, and
 *   weights too large to be added up exactly.
 */
export function maximumWeightMatching(
  n: number,
  edges: readonly Edge[],
  { maxCardinality = false }: MatchingOptions = {},
): Matching {
  const list = readEdges(n, edges);
  const lift = maxCardinality ? liftFor(n, list) : 0;
  return solve(graphOf(n, list, lift), lift);
}

/** The same for a graph whose weights are lifted and scaled already. */
export const solve = (graph: Graph, lift: number): Matching => finish(graph, halfIntegral(graph), lift);

/** The same from a state of halves, which stays as it is. */
export function finish(graph: Graph, halves: HalfIntegral, lift: number): Matching {
  const found = whole(graph, halves);
  const certificate = certificateOf(found, lift);
  const mate = matesOf(found);
  return { mate, weight: weightOf(graph, mate, lift), certificate };
}

function weightOf(graph: Graph, mate: Int32Array, lift: number): number {
  let sum = 0;
  for (let v = 0; v < graph.n; v += 1) {
    const partner = mate[v] as number;
    if (partner > v) sum += (graph.weight[arcBetween(graph, v, partner)] as number) / scale - lift;
  }
  return sum;
}
