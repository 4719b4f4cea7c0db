import type { Verdict } from "./certificate.ts";
import type { Edge } from "./edge-list.ts";
import type { Witness } from "./witness.ts";

/** Checks that no matching along these edges has more than `size` of them: see `Witness`. Weights don't count. */
export function checkWitness(n: number, edges: readonly Edge[], size: number, witness: Witness): Verdict {
  const groups = new Groups(n, witness);
  for (const [u, v] of edges) groups.join(u, v);
  return groups.verdict(size);
}

/** The same for all pairs of which `isEdge` says so; it is asked with the smaller number first. */
export function checkWitnessOfAllPairs(
  n: number,
  isEdge: (u: number, v: number) => boolean,
  size: number,
  witness: Witness,
): Verdict {
  const groups = new Groups(n, witness);
  for (let u = 0; u < n; u += 1) for (let v = u + 1; v < n; v += 1) if (isEdge(u, v)) groups.join(u, v);
  return groups.verdict(size);
}

/** Whoever is left when the witness is gone, in groups that their edges make. */
class Groups {
  readonly #n: number;
  readonly #gone: Uint8Array;
  readonly #leader: Int32Array;
  readonly #goneCount: number;
  #flaw: string | null = null;

  constructor(n: number, witness: Witness) {
    this.#n = n;
    this.#gone = new Uint8Array(n);
    this.#leader = Int32Array.from({ length: n }, (_, v) => v);
    for (const v of witness) this.#gone[v] = 1;
    this.#goneCount = this.#gone.reduce((sum, one) => sum + one, 0);
    if (this.#goneCount !== witness.length) this.#flaw = "The witness names somebody twice, or nobody.";
  }

  join(u: number, v: number): void {
    const [first, second] = [this.#gone[u], this.#gone[v]];
    if (first === undefined || second === undefined) this.#flaw = `There is no edge from ${u} to ${v}.`;
    if (first !== 0 || second !== 0) return;
    this.#leader[this.#leaderOf(u)] = this.#leaderOf(v);
  }

  verdict(size: number): Verdict {
    if (this.#flaw !== null) return { ok: false, why: this.#flaw };
    const members = new Int32Array(this.#n);
    for (let v = 0; v < this.#n; v += 1) {
      const leader = this.#leaderOf(v);
      members[leader] = (members[leader] as number) + 1 - (this.#gone[v] as number);
    }
    const oddGroups = members.reduce((sum, count) => sum + (count % 2), 0);
    const most = (this.#n + this.#goneCount - oddGroups) / 2;
    return most <= size ? { ok: true } : { ok: false, why: `The witness leaves room for ${most} edges.` };
  }

  #leaderOf(v: number): number {
    const leader = this.#leader;
    let at = v;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number;
      at = leader[at] as number;
    }
    return at;
  }
}
