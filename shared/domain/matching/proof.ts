import { BlossomTree } from "./blossom-tree.ts";
import type { Certificate, Verdict } from "./certificate.ts";

const refused = (why: string): Verdict => ({ ok: false, why });

/** A proof under examination: it is shown edge after edge, and then gives its verdict. */
export class Proof {
  readonly #n: number;
  readonly #mate: ArrayLike<number>;
  readonly #certificate: Certificate;
  readonly #tree: BlossomTree;
  /** By vertex: what its matched edge is worth, once an edge between it and its partner has been seen. */
  readonly #worth: Float64Array;
  #lightest = Number.POSITIVE_INFINITY;
  #heaviest = Number.NEGATIVE_INFINITY;
  #why: string | null;

  constructor(n: number, mate: ArrayLike<number>, certificate: Certificate) {
    this.#n = n;
    this.#mate = mate;
    this.#certificate = certificate;
    this.#tree = new BlossomTree(n, certificate);
    this.#worth = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
    this.#why = this.#tree.flaw ?? flawIn(certificate, n) ?? flawInMates(n, mate);
  }

  /** Shows an edge: it must cost at least what it is worth. */
  add(u: number, v: number, weight: number): void {
    if (this.#why !== null) return;
    if (!isEdge(this.#n, u, v) || !Number.isSafeInteger(weight)) {
      this.#why = `There is no edge from ${u} to ${v} that is worth ${weight}.`;
      return;
    }
    if (weight < this.#lightest) this.#lightest = weight;
    if (weight > this.#heaviest) this.#heaviest = weight;
    const { y, scale, lift } = this.#certificate;
    const missing = scale * (weight + lift) - (y[u] as number) - (y[v] as number);
    if (missing > 0 && missing > this.#tree.surcharge(u, v))
      this.#why = `The pair ${u}, ${v} is worth more than it costs.`;
    if (this.#mate[u] === v && weight > (this.#worth[u] as number)) this.#worth[u] = this.#worth[v] = weight;
  }

  verdict(maxCardinality: boolean): Verdict {
    const why = this.#why ?? this.#flawInLift(maxCardinality) ?? this.#flawInMatching() ?? this.#flawInSum();
    return why === null ? { ok: true } : refused(why);
  }

  /**
   * Let no matching have more than k + 1 edges, and this one k. At best its edges weigh `heaviest` each, at worst those of the larger one
   * `lightest`: the larger one is worth more as soon as (k + 1) (lightest + lift) > k (heaviest + lift). k is less than n / 2.
   */
  #flawInLift(maxCardinality: boolean): string | null {
    const { lift } = this.#certificate;
    if (!maxCardinality) return lift === 0 ? null : "Weights are lifted, although more edges don't count for more.";
    if (this.#lightest > this.#heaviest) return null;
    const least = Math.floor(this.#n / 2) * (this.#heaviest - this.#lightest) - this.#lightest;
    return lift > least ? null : "The lift is too small: one edge more could weigh less than the others lose.";
  }

  #flawInMatching(): string | null {
    const { y, scale, lift } = this.#certificate;
    for (let v = 0; v < this.#n; v += 1) {
      const partner = this.#mate[v] as number;
      if (partner < 0 && y[v] !== 0) return `${v} has no partner, but a price.`;
      if (partner < v) continue;
      const worth = this.#worth[v] as number;
      if (worth === Number.NEGATIVE_INFINITY) return `${v} and ${partner} are matched, but no pair.`;
      const cost = (y[v] as number) + (y[partner] as number) + this.#tree.surcharge(v, partner);
      if (cost !== scale * (worth + lift)) return `${v} and ${partner} are matched, but cost more than they are worth.`;
      this.#tree.count(v, partner);
    }
    return this.#tree.flawInFilling();
  }

  /** Follows from all the others. It is what they are for, so it is added up once more. */
  #flawInSum(): string | null {
    const { y, scale, lift } = this.#certificate;
    let limit = this.#tree.limit();
    let worth = 0;
    for (let v = 0; v < this.#n; v += 1) {
      limit += y[v] as number;
      if ((this.#mate[v] as number) > v) worth += scale * ((this.#worth[v] as number) + lift);
    }
    if (!Number.isSafeInteger(limit)) return "The sums are too large to be exact.";
    return limit === worth ? null : `The matching is worth ${worth}, but the limit is ${limit}.`;
  }
}

function flawIn({ scale, lift, y, z }: Certificate, n: number): string | null {
  if (!Number.isSafeInteger(scale) || scale < 1) return "The scale is no whole number above 0.";
  if (!Number.isSafeInteger(lift)) return "The lift is no whole number.";
  if (y.length !== n) return `There are ${n} vertices, but ${y.length} prices.`;
  if (!y.every(isWhole)) return "A price is negative, or no whole number.";
  return z.every(isWhole) ? null : "A surcharge is negative, or no whole number.";
}

const isEdge = (n: number, u: number, v: number): boolean =>
  Number.isInteger(u) && Number.isInteger(v) && u >= 0 && v >= 0 && u < n && v < n && u !== v;

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function flawInMates(n: number, mate: ArrayLike<number>): string | null {
  if (mate.length !== n) return `There are ${n} vertices, but ${mate.length} have a say on partners.`;
  for (let v = 0; v < n; v += 1) {
    const partner = mate[v] as number;
    if (partner === -1) continue;
    if (!Number.isInteger(partner) || partner < 0 || partner >= n) return `The partner of ${v} is nobody.`;
    if (partner === v || mate[partner] !== v) return `${v} is not the partner of its partner.`;
  }
  return null;
}
