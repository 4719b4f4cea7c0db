import type { EdgeList } from "./edge-list.ts";

/**
 * For each vertex the best others that were offered, at most so many.
 *
 * Where equals compete for the last places, two numbers mixed decide. If the lower number always won, everybody would list the same few
 * people, and a matching made of the lists would leave out the rest.
 */
export class BestLists {
  readonly #n: number;
  readonly #length: number;
  readonly #filled: Int32Array;
  /** The lists end to end, each from best to worst. */
  readonly #who: Int32Array;
  readonly #merit: Float64Array;
  /** By vertex: what must at least be offered to be considered. -Infinity until its list is full, and everything is. */
  readonly #bar: Float64Array;

  constructor(n: number, length: number) {
    this.#n = n;
    this.#length = length;
    this.#filled = new Int32Array(n);
    this.#who = new Int32Array(n * length);
    this.#merit = new Float64Array(n * length);
    this.#bar = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  }

  /** Offers two to each other. */
  offer(u: number, v: number, merit: number): void {
    if (merit >= (this.#bar[u] as number)) this.#insert(u, v, merit);
    if (merit >= (this.#bar[v] as number)) this.#insert(v, u, merit);
  }

  /** The most that anyone can merit who was offered to `v` and is not listed. */
  bar(v: number): number {
    return this.#bar[v] as number;
  }

  /** Adds every listed pair to the edges, and those that list each other once only. @returns how many there were. */
  addTo(edges: EdgeList, weightOf: (u: number, v: number) => number): number {
    let added = 0;
    for (let u = 0; u < this.#n; u += 1)
      for (let place = 0; place < (this.#filled[u] as number); place += 1) {
        const v = this.#who[u * this.#length + place] as number;
        if (v < u && this.#lists(v, u)) continue;
        edges.add(u, v, weightOf(Math.min(u, v), Math.max(u, v)));
        added += 1;
      }
    return added;
  }

  #lists(u: number, v: number): boolean {
    const start = u * this.#length;
    return this.#who.subarray(start, start + (this.#filled[u] as number)).includes(v);
  }

  #insert(u: number, v: number, merit: number): void {
    const [who, worth] = [this.#who, this.#merit];
    const start = u * this.#length;
    let place = start + (this.#filled[u] as number);
    if (place === start + this.#length) {
      place -= 1;
      if (merit === worth[place] && mixed(u, v) >= mixed(u, who[place] as number)) return;
    } else this.#filled[u] = (this.#filled[u] as number) + 1;
    for (
      ;
      place > start && comesBefore(u, merit, v, worth[place - 1] as number, who[place - 1] as number);
      place -= 1
    ) {
      who[place] = who[place - 1] as number;
      worth[place] = worth[place - 1] as number;
    }
    who[place] = v;
    worth[place] = merit;
    if (this.#filled[u] === this.#length) this.#bar[u] = worth[start + this.#length - 1] as number;
  }
}

const comesBefore = (u: number, merit: number, v: number, otherMerit: number, other: number): boolean =>
  merit > otherMerit || (merit === otherMerit && mixed(u, v) < mixed(u, other));

/** Two numbers stirred into one that looks like neither, by multiplications with large odd numbers. */
function mixed(u: number, v: number): number {
  const stirred = Math.imul(u ^ Math.imul(v, 0x9e3779b1), 0x85ebca6b);
  return Math.imul(stirred ^ (stirred >>> 15), 0xc2b2ae35) >>> 0;
}
