import type { Blossoms } from "./blossoms.ts";
import { CommonAncestor } from "./common-ancestor.ts";
import { even, type Forest, idle, odd } from "./forest.ts";
import { none } from "./none.ts";
import type { Rules } from "./run-out.ts";

/**
 * The rules of the phase that makes partnerships whole.
 *
 * An edge between two even nodes of one tree closes an odd ring here too. Any vertex of it could be reached from the root along an even way, so
 * the ring shrinks to one even node, a blossom, and the tree grows on from all its vertices. What the clock takes off their prices it puts on
 * the blossom's surcharge, so that edges within stay tight. Where a blossom is odd it is the other way round, until nothing is left of its
 * surcharge and it bursts.
 */
export class Petals implements Rules {
  readonly #forest: Forest;
  readonly #blossoms: Blossoms;
  readonly #ancestor: CommonAncestor;

  constructor(forest: Forest, blossoms: Blossoms) {
    this.#forest = forest;
    this.#blossoms = blossoms;
    this.#ancestor = new CommonAncestor(forest.side.length);
  }

  meet(u: number, v: number): void {
    const forest = this.#forest;
    if (forest.side[v] !== idle) {
      if (forest.treeOf[u] === forest.treeOf[v]) this.#shrink(u, v);
      else forest.unite(u, v);
    } else if (forest.mateTo[forest.top[v] as number] === none) forest.give(u, v);
    else forest.grow(u, v);
  }

  /** The way between two even nodes of one tree and their tight edge: an odd ring, which becomes a blossom. */
  #shrink(u: number, v: number): void {
    const { top, mateFrom, mateTo, treeFrom, treeTo } = this.#forest;
    const base = this.#ancestor.of(this.#forest, top[u] as number, top[v] as number);
    const ring: number[] = [];
    // Down from the base to u: each edge is linked from above to below.
    for (let node = top[u] as number; node !== base; ) {
      const between = top[mateTo[node] as number] as number;
      const above = top[treeTo[between] as number] as number;
      this.#blossoms.link(between, mateTo[node] as number, mateFrom[node] as number);
      this.#blossoms.link(above, treeTo[between] as number, treeFrom[between] as number);
      ring.push(node, between);
      node = above;
    }
    ring.push(base);
    ring.reverse();
    this.#blossoms.link(top[u] as number, u, v);
    // And up again from v.
    for (let node = top[v] as number; node !== base; ) {
      const between = top[mateTo[node] as number] as number;
      this.#blossoms.link(node, mateFrom[node] as number, mateTo[node] as number);
      this.#blossoms.link(between, treeFrom[between] as number, treeTo[between] as number);
      ring.push(node, between);
      node = top[treeTo[between] as number] as number;
    }
    this.#blossoms.shrink(ring, base);
  }

  /**
   * An odd blossom is opened. Of its ring the way of even length from where the tree enters it to where the tree leaves it stays in the tree;
   * the other children are paired among themselves, and idle.
   */
  burst(blossom: number): void {
    const forest = this.#forest;
    const { treeFrom, treeTo, treeOf } = forest;
    const enteredAt = treeFrom[blossom] as number;
    const enteredFrom = treeTo[blossom] as number;
    const tree = treeOf[enteredAt] as number;
    const entrance = this.#blossoms.childWith(blossom, enteredAt);
    forest.leave(blossom);
    const ring = this.#blossoms.open(blossom);
    const [way, others] = parted(ring, ring.indexOf(entrance));
    treeFrom[entrance] = enteredAt;
    treeTo[entrance] = enteredFrom;
    way.forEach((node, place) => {
      if (place % 2 === 1) this.#hang(way[place + 1] as number, node);
    });
    way.forEach((node, place) => forest.join(node, place % 2 === 0 ? odd : even, tree));
    for (const node of others) forest.eachVertex(node, (v) => forest.beckon(v));
  }

  /** Hangs a child of an opened blossom below its neighbour on the ring. */
  #hang(node: number, above: number): void {
    const { linkFrom, linkTo, nextChild } = this.#blossoms;
    const { treeFrom, treeTo } = this.#forest;
    const forward = nextChild[above] === node;
    treeFrom[node] = (forward ? linkTo[above] : linkFrom[node]) as number;
    treeTo[node] = (forward ? linkFrom[above] : linkTo[node]) as number;
  }
}

/** The way from the entrance to the first of the ring, in the direction that takes an even number of steps, and the others. */
const parted = (
  ring: readonly number[],
  entrance: number,
): readonly [way: readonly number[], others: readonly number[]] =>
  entrance % 2 === 0
    ? [ring.slice(0, entrance + 1).reverse(), ring.slice(entrance + 1)]
    : [[...ring.slice(entrance), ring[0] as number], ring.slice(1, entrance)];
