import { type Forest } from "./forest.ts";
import { none } from "./none.ts";

/** The even node next on the way from an even node to its root; none from the root itself. */
export function nextUp(forest: Forest, node: number): number {
  const partner = forest.mateTo[node] as number;
  if (partner === none) return none;
  const oddNode = forest.top[partner] as number;
  return forest.top[forest.treeTo[oddNode] as number] as number;
}

/**
 * Finds the even node at which the ways from two even nodes of one tree to their root come together.
 *
 * Both walk up by turns and leave marks; the first to step on the other's mark has found it. So the search takes no longer than the larger
 * of the two ways to the answer, however far the root is.
 */
export class CommonAncestor {
  readonly #seen: Int32Array;
  #search = 0;

  constructor(nodes: number) {
    this.#seen = new Int32Array(nodes);
  }

  of(forest: Forest, one: number, other: number): number {
    this.#search += 1;
    let [here, there] = [one, other];
    for (;;) {
      if (here !== none) {
        if (this.#seen[here] === this.#search) return here;
        this.#seen[here] = this.#search;
        here = nextUp(forest, here);
      }
      [here, there] = [there, here];
    }
  }
}
