import { leastPrice } from "./good-start.ts";
import { arcBetween, type Graph } from "./graph.ts";
import { improve } from "./half-integral.ts";
import { type HalfIntegral, openCycle, wantsPartner } from "./halves.ts";
import { none } from "./none.ts";

/**
 * Changes what an edge is worth, and keeps the state of halves sound: no edge is worth more than it costs, and partners' edges cost just what
 * they are worth. Where that takes it, `u` pays more, and partners part.
 *
 * @param arc - the edge's place in the list of `u`.
 * @returns who may want a partner now.
 */
export function reweigh(graph: Graph, halves: HalfIntegral, u: number, arc: number, worth: number): readonly number[] {
  const { head, weight } = graph;
  const { price, mate, around } = halves;
  const v = head[arc] as number;
  const former = weight[arc] as number;
  if (worth === former) return [];
  weight[arc] = worth;
  weight[arcBetween(graph, v, u)] = worth;
  const together = mate[u] === v || around[u] === v || around[v] === u;
  const tooCheap = worth > (price[u] as number) + (price[v] as number);
  if (tooCheap) price[u] = worth - (price[v] as number);
  return tooCheap || (together && worth < former) ? [...setFree(halves, u), v] : [];
}

/** Parts a vertex from its partner, or takes it out of its cycle. */
function setFree(halves: HalfIntegral, v: number): readonly number[] {
  const { mate, around } = halves;
  if (around[v] !== none) openCycle(halves, v);
  const partner = mate[v] as number;
  if (partner === none) return [v];
  mate[v] = none;
  mate[partner] = none;
  return [v, partner];
}

/** Finds partners for those who may want one, each in turn: a tree alone keeps prices at multiples of 2, two might not. */
export function settle(graph: Graph, halves: HalfIntegral, candidates: readonly number[]): void {
  for (const v of candidates) {
    if (!wantsPartner(halves, v)) continue;
    halves.price[v] = leastPrice(graph, halves.price, v);
    if (wantsPartner(halves, v)) improve(graph, halves, [v]);
  }
}
