import { Blossoms } from "./blossoms.ts";
import { Forest } from "./forest.ts";
import type { Graph } from "./graph.ts";
import type { HalfIntegral } from "./halves.ts";
import { none } from "./none.ts";
import { Petals } from "./petals.ts";
import { runOut } from "./run-out.ts";

/** A matching of whole partnerships as the search leaves it, with blossoms unopened. */
export interface Whole {
  readonly forest: Forest;
  readonly blossoms: Blossoms;
}

/** Makes whole partnerships out of halves: each odd cycle becomes a blossom that wants a partner. */
export function whole(graph: Graph, { price, mate, around }: HalfIntegral): Whole {
  const forest = new Forest(graph, price, mate);
  const blossoms = new Blossoms(forest);
  const roots: number[] = [];
  for (let v = 0; v < graph.n; v += 1) {
    if (around[v] === none || forest.top[v] !== v) continue;
    const ring = [v];
    blossoms.link(v, v, around[v] as number);
    for (let x = around[v] as number; x !== v; x = around[x] as number) {
      ring.push(x);
      blossoms.link(x, x, around[x] as number);
    }
    roots.push(blossoms.wrap(ring, v));
  }
  for (const root of roots) forest.plant(root);
  runOut(forest, new Petals(forest, blossoms));
  return { forest, blossoms };
}
