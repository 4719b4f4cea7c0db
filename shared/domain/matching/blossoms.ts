import { even, type Forest, idle, odd } from "./forest.ts";
import { none } from "./none.ts";

/**
 * Blossoms: odd cycles of nodes, each of which stands as one node, and may itself be part of a larger blossom.
 *
 * The children of a blossom are a ring by `nextChild`, and the edge from a child to the next leads from `linkFrom` to `linkTo`. Whichever
 * vertex of a blossom gets a partner from outside, the others can pair up along the rings. That is put off until the blossom is opened: until
 * then only the edge that leaves it is known.
 */
export class Blossoms {
  readonly #forest: Forest;
  /** By node: the blossom that it is a child of, or none. */
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextChild: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly #unused: number[] = [];

  constructor(forest: Forest) {
    const nodes = forest.side.length;
    this.#forest = forest;
    this.parent = new Int32Array(nodes).fill(none);
    this.firstChild = new Int32Array(nodes).fill(none);
    this.nextChild = new Int32Array(nodes).fill(none);
    this.linkFrom = new Int32Array(nodes).fill(none);
    this.linkTo = new Int32Array(nodes).fill(none);
    for (let node = nodes - 1; node >= forest.graph.n; node -= 1) this.#unused.push(node);
  }

  /**
   * Makes a ring of nodes one, in the place of `base`, whose partner becomes the blossom's.
   *
   * @param ring - from any node around; the links of all of them are set.
   */
  wrap(ring: readonly number[], base: number): number {
    const { firstLeaf, lastLeaf, nextLeaf, mateFrom, mateTo, anchoredHalf } = this.#forest;
    const blossom = this.#unused.pop() as number;
    let former = ring.at(-1) as number;
    firstLeaf[blossom] = firstLeaf[ring[0] as number] as number;
    lastLeaf[blossom] = lastLeaf[former] as number;
    for (const child of ring) {
      this.parent[child] = blossom;
      this.nextChild[former] = child;
      if (child !== ring[0]) nextLeaf[lastLeaf[former] as number] = firstLeaf[child] as number;
      former = child;
    }
    this.firstChild[blossom] = base;
    this.parent[blossom] = none;
    mateFrom[blossom] = mateFrom[base] as number;
    mateTo[blossom] = mateTo[base] as number;
    anchoredHalf[blossom] = 0;
    this.#forest.side[blossom] = idle;
    this.#claim(blossom);
    return blossom;
  }

  link(node: number, from: number, to: number): void {
    this.linkFrom[node] = from;
    this.linkTo[node] = to;
  }

  /** A ring of even and odd nodes in one tree becomes an even blossom; its odd vertices become even, and look at their edges soon. */
  shrink(ring: readonly number[], base: number): void {
    const forest = this.#forest;
    const { n } = forest.graph;
    for (const child of ring) {
      const turning = forest.side[child] === odd;
      if (child >= n) {
        forest.anchoredHalf[child] = forest.half(child);
        forest.side[child] = idle;
      }
      if (turning) forest.eachVertex(child, (v) => forest.turn(v, even));
    }
    const blossom = this.wrap(ring, base);
    forest.side[blossom] = even;
    forest.anchoredHalf[blossom] = -forest.time;
  }

  /**
   * Takes an idle blossom apart into its children.
   *
   * @returns the children around the ring, from the one that has the blossom's partner.
   */
  open(blossom: number): number[] {
    const children = this.pairUp(blossom);
    for (const child of children) {
      this.parent[child] = none;
      this.#claim(child);
    }
    this.#forest.side[blossom] = idle;
    this.#unused.push(blossom);
    return children;
  }

  /**
   * Gives the blossom's partner to the child that it is joined to; the other children pair up along the ring.
   *
   * @returns the children around the ring, from that one.
   */
  pairUp(blossom: number): number[] {
    const { mateFrom, mateTo } = this.#forest;
    const children = this.#ringFrom(this.childWith(blossom, mateFrom[blossom] as number));
    const base = children[0] as number;
    mateFrom[base] = mateFrom[blossom] as number;
    mateTo[base] = mateTo[blossom] as number;
    for (let place = 1; place < children.length; place += 2) {
      const one = children[place] as number;
      const other = children[place + 1] as number;
      const [from, to] = [this.linkFrom[one] as number, this.linkTo[one] as number];
      mateFrom[one] = from;
      mateTo[one] = to;
      mateFrom[other] = to;
      mateTo[other] = from;
    }
    return children;
  }

  /** The child of a blossom that a vertex is in. */
  childWith(blossom: number, v: number): number {
    let node = v;
    while (this.parent[node] !== blossom) node = this.parent[node] as number;
    return node;
  }

  /** The children around the ring, from the one that the blossom was made in the place of. */
  childrenOf(blossom: number): number[] {
    return this.#ringFrom(this.firstChild[blossom] as number);
  }

  #ringFrom(start: number): number[] {
    const ring = [start];
    for (let node = this.nextChild[start] as number; node !== start; node = this.nextChild[node] as number)
      ring.push(node);
    return ring;
  }

  #claim(node: number): void {
    const { top } = this.#forest;
    this.#forest.eachVertex(node, (v) => {
      top[v] = node;
    });
  }
}
