/** A pair of people and what pairing them is worth: two vertex numbers and a whole number of either sign. */
export type Edge = readonly [u: number, v: number, weight: number];

/** Edges in three columns that grow as needed, and the range of their weights. */
export class EdgeList {
  count = 0;
  /** The least and the most that an edge is worth; `low` above `high` where there is none. */
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;
  /** The two ends of each edge, one after the other; what stands behind the last edge means nothing. */
  ends: Int32Array;
  weights: Float64Array;

  /** @param expected - how many edges there may be. More only cost a move. */
  constructor(expected: number) {
    this.ends = new Int32Array(2 * Math.max(expected, 16));
    this.weights = new Float64Array(Math.max(expected, 16));
  }

  add(u: number, v: number, weight: number): void {
    if (this.count === this.weights.length) this.#move();
    this.ends[2 * this.count] = u;
    this.ends[2 * this.count + 1] = v;
    this.weights[this.count] = weight;
    this.count += 1;
    if (weight < this.low) this.low = weight;
    if (weight > this.high) this.high = weight;
  }

  #move(): void {
    const { ends, weights } = this;
    this.ends = new Int32Array(2 * ends.length);
    this.weights = new Float64Array(2 * weights.length);
    this.ends.set(ends);
    this.weights.set(weights);
  }
}

/**
 * Reads edges, and refuses what makes no sense.
 *
 * @throws RangeError for a count, an end or a weight that is no whole number, an end out of range, and an edge from a vertex to itself.
 */
export function readEdges(n: number, edges: readonly Edge[]): EdgeList {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`There can't be ${n} vertices.`);
  const list = new EdgeList(edges.length);
  const isVertex = (end: number): boolean => Number.isInteger(end) && end >= 0 && end < n;
  for (const [u, v, weight] of edges) {
    if (!isVertex(u) || !isVertex(v))
      throw new RangeError(`No edge can go from ${u} to ${v}: vertices are 0 to ${n - 1}.`);
    if (u === v) throw new RangeError(`An edge goes from ${u} to itself.`);
    if (!Number.isSafeInteger(weight))
      throw new RangeError(`The weight ${weight} is no whole number that can be added up.`);
    list.add(u, v, weight);
  }
  return list;
}
