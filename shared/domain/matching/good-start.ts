import type { Graph } from "./graph.ts";
import { none } from "./none.ts";
import { scale } from "./scale.ts";

/** Prices to begin with, and a first few partners. */
export interface Start {
  readonly price: Float64Array;
  readonly mate: Int32Array;
}

/**
 * Prices that no edge exceeds, with some partners already found among those whose edge costs just what it is worth.
 *
 * If all paid half of their best edge, nobody could complain. From there one after the other pays as little as its neighbours' prices allow,
 * and takes whoever thereby becomes affordable and is still free: the first by number.
 */
export function goodStart(graph: Graph): Start {
  const price = halfOfBest(graph);
  const mate = new Int32Array(graph.n).fill(none);
  for (let v = 0; v < graph.n; v += 1) {
    if (mate[v] !== none) continue;
    price[v] = leastPrice(graph, price, v);
    const partner = (price[v] as number) > 0 ? freeAndTight(graph, { price, mate }, v) : none;
    if (partner === none) continue;
    mate[v] = partner;
    mate[partner] = v;
  }
  return { price, mate };
}

function halfOfBest({ n, first, weight }: Graph): Float64Array {
  const price = new Float64Array(n);
  for (let v = 0; v < n; v += 1) {
    let best = 0;
    for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1)
      if ((weight[arc] as number) > best) best = weight[arc] as number;
    price[v] = scale * Math.ceil(best / (2 * scale));
  }
  return price;
}

/** The least that a vertex can pay, the others' prices being what they are. */
export function leastPrice({ first, head, weight }: Graph, price: Float64Array, v: number): number {
  let least = 0;
  for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1) {
    const needed = (weight[arc] as number) - (price[head[arc] as number] as number);
    if (needed > least) least = needed;
  }
  return least;
}

function freeAndTight({ first, head, weight }: Graph, { price, mate }: Start, v: number): number {
  for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1) {
    const u = head[arc] as number;
    if (mate[u] === none && (price[v] as number) + (price[u] as number) === weight[arc]) return u;
  }
  return none;
}
