import { none } from "./none.ts";

/** Which vertices are in which tree: a list for each tree, linked both ways, so that joining and leaving cost the same whatever its length. */
export class Members {
  /** By vertex: its tree, as long as it is in one. */
  readonly treeOf: Int32Array;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #former: Int32Array;

  /** Trees are named by numbers below `n` too. */
  constructor(n: number) {
    this.treeOf = new Int32Array(n).fill(none);
    this.#first = new Int32Array(n).fill(none);
    this.#next = new Int32Array(n).fill(none);
    this.#former = new Int32Array(n).fill(none);
  }

  /** The first in a list, or none. */
  first(tree: number): number {
    return this.#first[tree] as number;
  }

  /** The next in the same list, or none. */
  next(v: number): number {
    return this.#next[v] as number;
  }

  add(v: number, tree: number): void {
    const second = this.#first[tree] as number;
    this.treeOf[v] = tree;
    this.#former[v] = none;
    this.#next[v] = second;
    if (second !== none) this.#former[second] = v;
    this.#first[tree] = v;
  }

  remove(v: number): void {
    const former = this.#former[v] as number;
    const next = this.#next[v] as number;
    if (former === none) this.#first[this.treeOf[v] as number] = next;
    else this.#next[former] = next;
    if (next !== none) this.#former[next] = former;
  }
}
