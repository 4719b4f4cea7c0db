import { CommonAncestor } from "./common-ancestor.ts";
import { type Forest, idle } from "./forest.ts";
import { type HalfIntegral, openCycle } from "./halves.ts";
import { none } from "./none.ts";
import type { Rules } from "./run-out.ts";

/**
 * The rules of the half-integral phase, in which every node is a vertex.
 *
 * There are more ways for a tree to end than among whole partnerships: an edge between two of its own even vertices closes an odd cycle,
 * whose vertices take each other by halves; and an edge to somebody in such a cycle opens it, as the others around it are an even number and
 * pair up. So trees stay small.
 */
export class HalfCycles implements Rules {
  readonly #forest: Forest;
  readonly #state: HalfIntegral;
  readonly #ancestor: CommonAncestor;

  /** @param state - shares `mate` with the forest, and is kept up to date but for prices. */
  constructor(forest: Forest, state: HalfIntegral) {
    this.#forest = forest;
    this.#state = state;
    this.#ancestor = new CommonAncestor(forest.graph.n);
  }

  meet(u: number, v: number): void {
    const forest = this.#forest;
    const tree = forest.treeOf[u] as number;
    if (forest.side[v] !== idle) {
      if (forest.treeOf[v] !== tree) return forest.unite(u, v);
      this.#close(u, v);
      return forest.fell(tree);
    }
    if (forest.mateTo[v] !== none) return forest.grow(u, v);
    if (this.#state.around[v] !== none) openCycle(this.#state, v);
    forest.give(u, v);
  }

  burst(): never {
    throw new Error("Where halves count there are no blossoms.");
  }

  /** Makes an odd cycle of the ways from two even vertices to where they come together, and the edge between the two. */
  #close(u: number, v: number): void {
    const { around } = this.#state;
    const turn = this.#ancestor.of(this.#forest, u, v);
    this.#forest.rematch(turn, none);
    around[u] = v;
    this.#climb(u, turn, (below, above) => {
      around[above] = below;
    });
    this.#climb(v, turn, (below, above) => {
      around[below] = above;
    });
  }

  /** Walks up a tree from an even vertex, and parts the partners on the way. */
  #climb(start: number, end: number, step: (below: number, above: number) => void): void {
    const { mateTo, treeTo } = this.#forest;
    for (let x = start; x !== end; ) {
      const between = mateTo[x] as number;
      const above = treeTo[between] as number;
      step(x, between);
      step(between, above);
      mateTo[x] = none;
      mateTo[between] = none;
      x = above;
    }
  }
}
