import { Forest } from "./forest.ts";
import { goodStart } from "./good-start.ts";
import type { Graph } from "./graph.ts";
import { HalfCycles } from "./half-cycles.ts";
import { type HalfIntegral, wantsPartner } from "./halves.ts";
import { none } from "./none.ts";
import { runOut } from "./run-out.ts";

/** Finds the best matching where halves count from nothing, with trees at all who want a partner at once. */
export function halfIntegral(graph: Graph): HalfIntegral {
  const state: HalfIntegral = { ...goodStart(graph), around: new Int32Array(graph.n).fill(none) };
  const wanting: number[] = [];
  for (let v = 0; v < graph.n; v += 1) if (wantsPartner(state, v)) wanting.push(v);
  improve(graph, state, wanting);
  return state;
}

/**
 * Finds partners for those who want one, or lets them go without, and changes the state accordingly.
 *
 * @param wanting - more than one at a time only if all prices are multiples of the scale: see `scale.ts`.
 */
export function improve(graph: Graph, state: HalfIntegral, wanting: readonly number[]): void {
  const forest = new Forest(graph, state.price, state.mate);
  for (const root of wanting) forest.plant(root);
  runOut(forest, new HalfCycles(forest, { ...state, mate: forest.mateTo }));
  for (let v = 0; v < graph.n; v += 1) {
    state.price[v] = forest.price(v);
    state.mate[v] = forest.mateTo[v] as number;
  }
}
