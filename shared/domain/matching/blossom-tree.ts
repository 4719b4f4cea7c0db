import type { Certificate } from "./certificate.ts";

/**
 * The blossoms of a certificate: sets of vertices, any two of which lie one in the other or apart. That such a family is a tree is all there is
 * to show, so that not one list of vertices is needed.
 */
export class BlossomTree {
  readonly #n: number;
  readonly #parent: Int32Array;
  readonly #z: Float64Array;
  /** By blossom: how many vertices are in it, how many blossoms around it, and the surcharges of itself and all of those. */
  readonly #size: Int32Array;
  readonly #depth: Int32Array;
  readonly #total: Float64Array;
  /** By blossom: how many matched edges are in it, once they are counted. */
  readonly #edges: Int32Array;
  /** What is wrong with it, before any edge is looked at. */
  readonly flaw: string | null;

  constructor(n: number, { parent, z }: Certificate) {
    this.#n = n;
    this.#parent = parent;
    this.#z = z;
    this.#size = new Int32Array(z.length);
    this.#depth = new Int32Array(z.length);
    this.#total = new Float64Array(z.length);
    this.#edges = new Int32Array(z.length);
    this.flaw = this.#flawInShape() ?? this.#flawInSizes();
    if (this.flaw === null) this.#addUp();
  }

  #flawInShape(): string | null {
    const [n, parent] = [this.#n, this.#parent];
    if (parent.length !== n + this.#z.length) return "The tree of blossoms has another size than the certificate.";
    for (let node = 0; node < parent.length; node += 1) {
      const around = parent[node] as number;
      if (around === -1) continue;
      if (around < n || around >= parent.length) return `What is around ${node} is no blossom.`;
      if (around <= node) return `The blossom around ${node} doesn't stand behind it.`;
    }
    return null;
  }

  /** Whatever is inside a blossom stands before it, so one pass sums up. */
  #flawInSizes(): string | null {
    const [n, parent, size] = [this.#n, this.#parent, this.#size];
    for (let node = 0; node < parent.length; node += 1) {
      const inside = node < n ? 1 : (size[node - n] as number);
      if (node >= n && inside % 2 === 0) return `Blossom ${node} holds an even number of vertices.`;
      const around = (parent[node] as number) - n;
      if (around >= 0) size[around] = (size[around] as number) + inside;
    }
    return null;
  }

  /** And one pass from the other end says what is around. */
  #addUp(): void {
    for (let blossom = this.#z.length - 1; blossom >= 0; blossom -= 1) {
      const around = (this.#parent[this.#n + blossom] as number) - this.#n;
      this.#depth[blossom] = around < 0 ? 0 : (this.#depth[around] as number) + 1;
      this.#total[blossom] = (around < 0 ? 0 : (this.#total[around] as number)) + (this.#z[blossom] as number);
    }
  }

  /** The surcharges of all blossoms that both vertices are in. */
  surcharge(u: number, v: number): number {
    const common = this.#common(u, v);
    return common < 0 ? 0 : (this.#total[common] as number);
  }

  /** Counts a matched edge in the smallest blossom that holds it. */
  count(u: number, v: number): void {
    const common = this.#common(u, v);
    if (common >= 0) this.#edges[common] = (this.#edges[common] as number) + 1;
  }

  /** Every blossom with a surcharge must hold as many matched edges as fit into it. */
  flawInFilling(): string | null {
    const edges = this.#edges.slice();
    for (let blossom = 0; blossom < edges.length; blossom += 1) {
      const [count, size] = [edges[blossom] as number, this.#size[blossom] as number];
      if ((this.#z[blossom] as number) > 0 && 2 * count + 1 !== size)
        return `Blossom ${this.#n + blossom} of ${size} vertices holds ${count} matched pairs.`;
      const around = (this.#parent[this.#n + blossom] as number) - this.#n;
      if (around >= 0) edges[around] = (edges[around] as number) + count;
    }
    return null;
  }

  /** The most that surcharges can add to the cost of any matching. */
  limit(): number {
    return this.#z.reduce((sum, z, blossom) => sum + (z * ((this.#size[blossom] as number) - 1)) / 2, 0);
  }

  /** The smallest blossom that holds both, as a place in the arrays by blossom; below 0 where none does. */
  #common(u: number, v: number): number {
    let one = (this.#parent[u] as number) - this.#n;
    let other = (this.#parent[v] as number) - this.#n;
    while (one !== other) {
      if (one < 0 || other < 0) return -1;
      if ((this.#depth[one] as number) >= (this.#depth[other] as number))
        one = (this.#parent[this.#n + one] as number) - this.#n;
      else other = (this.#parent[this.#n + other] as number) - this.#n;
    }
    return one;
  }
}
