import { none } from "./none.ts";

/**
 * Alternating trees whose even vertices merge into sets, as blossoms do, but without a memory of their making: that is enough to tell what
 * can be reached, though not along which way.
 *
 * Sets are trees of pointers towards a vertex that stands for all; every look-up shortens the way for the next.
 */
export class EvenSets {
  readonly #mate: ArrayLike<number>;
  readonly #side: Int8Array;
  /** By odd vertex: the even one that it hangs from. */
  readonly #above: Int32Array;
  readonly #root: Int32Array;
  readonly #standsFor: Int32Array;
  readonly #mark: Int32Array;
  #search = 0;
  /** Even vertices whose edges nobody has looked at. */
  readonly waiting: number[] = [];

  /** Begins with everybody who has no partner. */
  constructor(mate: ArrayLike<number>) {
    const n = mate.length;
    this.#mate = mate;
    this.#side = new Int8Array(n);
    this.#above = new Int32Array(n).fill(none);
    this.#root = new Int32Array(n).fill(none);
    this.#standsFor = new Int32Array(n);
    this.#mark = new Int32Array(n);
    for (let v = 0; v < n; v += 1) {
      this.#standsFor[v] = v;
      if (mate[v] === none) this.#addEven(v, v);
    }
  }

  isReached(v: number): boolean {
    return this.#side[v] !== 0;
  }

  isEven(v: number): boolean {
    return this.#side[v] === 1;
  }

  /** Hangs `v`, whom no tree has reached, and its partner below the even vertex `u`. */
  grow(u: number, v: number): void {
    this.#side[v] = -1;
    this.#above[v] = u;
    this.#addEven(this.#mate[v] as number, this.#root[u] as number);
  }

  /** Merges all between two even vertices that share an edge into one set. @returns false where they are of two trees. */
  shrink(u: number, v: number): boolean {
    if (this.#root[u] !== this.#root[v]) return false;
    const base = this.#commonBase(u, v);
    this.#merge(u, base);
    this.#merge(v, base);
    return true;
  }

  oddVertices(): number[] {
    const found: number[] = [];
    this.#side.forEach((side, v) => {
      if (side === -1) found.push(v);
    });
    return found;
  }

  #addEven(v: number, root: number): void {
    this.#side[v] = 1;
    this.#root[v] = root;
    this.waiting.push(v);
  }

  /** The vertex nearest to the root of the set that `v` is in. */
  #base(v: number): number {
    const all = this.#standsFor;
    let at = v;
    while (all[at] !== at) {
      all[at] = all[all[at] as number] as number;
      at = all[at] as number;
    }
    return at;
  }

  /** The base next on the way up; none above the root's. */
  #baseAbove(base: number): number {
    const partner = this.#mate[base] as number;
    return partner === none ? none : this.#base(this.#above[partner] as number);
  }

  /** Both walk up by turns until one steps where the other has been. */
  #commonBase(u: number, v: number): number {
    this.#search += 1;
    let [here, there] = [this.#base(u), this.#base(v)];
    for (;;) {
      if (here !== none) {
        if (this.#mark[here] === this.#search) return here;
        this.#mark[here] = this.#search;
        here = this.#baseAbove(here);
      }
      [here, there] = [there, here];
    }
  }

  #merge(v: number, base: number): void {
    for (let at = this.#base(v); at !== base; ) {
      const partner = this.#mate[at] as number;
      const above = this.#baseAbove(at);
      this.#addEven(partner, this.#root[at] as number);
      this.#standsFor[at] = base;
      this.#standsFor[partner] = base;
      at = above;
    }
  }
}
