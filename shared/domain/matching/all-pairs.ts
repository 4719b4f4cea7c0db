import { BestLists } from "./best-lists.ts";
import type { Certificate } from "./certificate.ts";
import { EdgeList } from "./edge-list.ts";
import { arcBetween, type Graph, graphOf } from "./graph.ts";
import { liftFor } from "./lift.ts";
import { type Matching, type MatchingOptions, solve } from "./solver.ts";

/** What pairing `u` and `v`, the smaller number first, is worth: a whole number, or -Infinity if it may not be. Always the same answer. */
export type WeightOf = (u: number, v: number) => number;

/** How far it is. A stage may come back in a later round. */
export interface Progress {
  readonly stage: "listing" | "solving" | "pricing";
  /** From 1. */
  readonly round: number;
  /** How many of all pairs have been looked at in this stage. */
  readonly done: number;
  readonly total: number;
}

export interface AllPairsOptions extends MatchingOptions {
  /** How many candidates each is given to begin with. More take longer to solve, fewer take more rounds. */
  readonly listed?: number;
}

/** So many pairs are looked at from one progress value to the next: a few milliseconds. */
const stride = 200_000;

/** How many candidates a round adds for each at most. */
const addedEach = 8;

/**
 * Finds the best matching among all pairs there are, although there are far too many of them to be edges.
 *
 * Everybody begins with a list of the best candidates, and the matching of the lists is solved. Its prices say of every pair, listed or not,
 * whether it could improve anything: only if it is worth more than it costs. Pairs that are join the edges, and it is solved again. Once
 * there are none, the proof that came with the last matching holds for all pairs (`checkAllPairs` checks it).
 *
 * Few pairs need to be looked at twice. Whoever is not on somebody's list is worth no more to them than the last one who is, so that a pair
 * in neither list can only be worth more than it costs if both ends' last candidates are.
 *
 * A generator, so that whoever runs it may do something else between two values, show them, or stop.
 *
 * @throws RangeError where a weight is no whole number, and where they are too large to be added up exactly.
 */
export function* allPairsMatching(
  n: number,
  weightOf: WeightOf,
  { maxCardinality = false, listed = 32 }: AllPairsOptions = {},
): Generator<Progress, Matching> {
  const edges = new EdgeList(n * listed);
  const range = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  const lists = new BestLists(n, listed);
  yield* lookAtAll(n, { stage: "listing", round: 1 }, (u) => {
    for (let v = u + 1; v < n; v += 1) {
      const weight = weightOf(u, v);
      if (weight === Number.NEGATIVE_INFINITY) continue;
      if (!Number.isSafeInteger(weight))
        throw new RangeError(`${u} and ${v} are worth ${weight}, which is no whole number.`);
      if (weight < range.low) range.low = weight;
      if (weight > range.high) range.high = weight;
      if (maxCardinality || weight > 0) lists.offer(u, v, weight);
    }
  });
  lists.addTo(edges, weightOf);
  const lift = maxCardinality ? liftFor(n, range) : 0;
  for (let round = 1; ; round += 1) {
    yield { stage: "solving", round, done: 0, total: pairsOf(n) };
    const graph = graphOf(n, edges, lift);
    const matching = solve(graph, lift);
    const worthMore = new BestLists(n, addedEach);
    yield* lookAtAll(n, { stage: "pricing", round }, pricing(graph, weightOf, matching.certificate, lists, worthMore));
    if (worthMore.addTo(edges, weightOf) === 0) return matching;
  }
}

const pairsOf = (n: number): number => (n * (n - 1)) / 2;

/** Looks at all pairs of one vertex after the other with those behind it, and says how far it is. */
export function* lookAtAll(
  n: number,
  at: Pick<Progress, "stage" | "round">,
  lookFrom: (u: number) => void,
): Generator<Progress, void> {
  const total = pairsOf(n);
  let done = 0;
  for (let u = 0, next = 0; u < n; u += 1) {
    if (done >= next) {
      yield { ...at, done, total };
      next += stride;
    }
    lookFrom(u);
    done += n - 1 - u;
  }
}

/**
 * Gathers the pairs that are worth more than they cost, by how much. A pair that is an edge already never is: if its ends' prices don't show
 * it, blossoms do.
 */
function pricing(
  graph: Graph,
  weightOf: WeightOf,
  { scale, lift, y }: Certificate,
  lists: BestLists,
  worthMore: BestLists,
): (u: number) => void {
  /** By vertex: what it pays above the last of its list. */
  const aboveLast = y.map((price, v) => price - scale * (lists.bar(v) + lift));
  return (u) => {
    const price = y[u] as number;
    const most = scale * (lists.bar(u) + lift) - price;
    for (let v = u + 1; v < graph.n; v += 1) {
      if ((y[v] as number) >= most || (aboveLast[v] as number) + price >= 0) continue;
      const missing = scale * (weightOf(u, v) + lift) - price - (y[v] as number);
      if (missing > 0 && arcBetween(graph, u, v) < 0) worthMore.offer(u, v, missing);
    }
  };
}
