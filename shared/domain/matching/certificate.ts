import type { Edge } from "./edge-list.ts";
import { Proof } from "./proof.ts";

/**
 * Why no other matching is worth more, in numbers that anyone can add up.
 *
 * Every vertex has a price `y`, every blossom, an odd set of vertices, a surcharge `z`; none is negative. An edge costs the prices of its
 * ends and the surcharges of all blossoms that both of them are in. As no edge costs less than it is worth, no matching costs less than it
 * is worth. And no matching costs more than all prices together with each surcharge times (size - 1) / 2, since no more edges than that fit
 * into a blossom. So that sum is a limit for every matching. The one proven reaches it.
 *
 * Where as many as possible must be matched, every weight is first raised by the same `lift`, so large that one edge more always outweighs
 * whatever the others lose.
 */
export interface Certificate {
  /** A weight `w` stands as `scale * (w + lift)` beside prices and surcharges, which are whole numbers. */
  readonly scale: number;
  /** 0 unless as many as possible must be matched. */
  readonly lift: number;
  /** By vertex. */
  readonly y: Float64Array;
  /** By blossom. */
  readonly z: Float64Array;
  /**
   * The tree of blossoms: the smallest blossom around each vertex and each blossom, or -1. Blossom number `b` stands at `n + b`, which is
   * also its name here, and blossoms stand behind whatever is inside them.
   */
  readonly parent: Int32Array;
}

/** Whether a proof holds, and where it first fails. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: string };

export interface CheckOptions {
  /** Whether the proof must also show that no matching has more edges. */
  readonly maxCardinality?: boolean;
}

/**
 * Checks a matching and the proof that it is the best, in time proportional to the edges (and, for edges deep inside blossoms, their depth).
 *
 * Nothing is taken from the solver, not even a constant: whoever distrusts it reads this file and `blossom-tree.ts` alone.
 */
export function checkCertificate(
  n: number,
  edges: readonly Edge[],
  mate: ArrayLike<number>,
  certificate: Certificate,
  { maxCardinality = false }: CheckOptions = {},
): Verdict {
  const proof = new Proof(n, mate, certificate);
  for (const [u, v, weight] of edges) proof.add(u, v, weight);
  return proof.verdict(maxCardinality);
}

/** The same for all pairs there are: `weightOf` is asked once for each, with the smaller number first. -Infinity excludes a pair. */
export function checkAllPairs(
  n: number,
  weightOf: (u: number, v: number) => number,
  mate: ArrayLike<number>,
  certificate: Certificate,
  { maxCardinality = false }: CheckOptions = {},
): Verdict {
  const proof = new Proof(n, mate, certificate);
  for (let u = 0; u < n; u += 1)
    for (let v = u + 1; v < n; v += 1) {
      const weight = weightOf(u, v);
      if (weight !== Number.NEGATIVE_INFINITY) proof.add(u, v, weight);
    }
  return proof.verdict(maxCardinality);
}
