import type { SmallGraph } from "./small-graph-fixture.ts";

/** How many edges a matching has, and what they are worth. */
export interface Best {
  readonly size: number;
  readonly weight: number;
}

/**
 * The best there is, by trying everything: the first vertex that is left goes without, or with each of its neighbours in turn. What is best for
 * the same people left over is remembered.
 */
export function bestByForce({ n, edges }: SmallGraph, maxCardinality: boolean): Best {
  const worth = edges.map(([u, v, weight]) => ({ people: (1 << u) | (1 << v), weight }));
  const known = new Map<number, Best>();
  const isBetter = (one: Best, other: Best) =>
    maxCardinality && one.size !== other.size ? one.size > other.size : one.weight > other.weight;
  const bestOf = (left: number): Best => {
    const before = known.get(left);
    if (before) return before;
    const first = left & -left;
    let best: Best = left === 0 ? { size: 0, weight: 0 } : bestOf(left ^ first);
    for (const { people, weight } of worth) {
      if ((people & first) === 0 || (people & left) !== people) continue;
      const rest = bestOf(left ^ people);
      const found = { size: rest.size + 1, weight: rest.weight + weight };
      if (isBetter(found, best)) best = found;
    }
    known.set(left, best);
    return best;
  };
  return bestOf(2 ** n - 1);
}
