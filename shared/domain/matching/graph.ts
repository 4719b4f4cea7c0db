import type { EdgeList } from "./edge-list.ts";
import { scale } from "./scale.ts";

/**
 * An undirected graph as the solver likes to read it: for each vertex the list of its neighbours, by number, all lists laid end to end.
 *
 * The neighbours of `v` are `head[first[v]]` to `head[first[v + 1] - 1]`, in ascending order, each once; `weight` runs beside `head`. Every
 * edge stands in two lists. As nothing of the order in which edges were given is left, nothing the solver does can depend on it.
 */
export interface Graph {
  readonly n: number;
  readonly first: Int32Array;
  readonly head: Int32Array;
  readonly weight: Float64Array;
}

/**
 * Sorts edges into lists, lifts their weights and scales them. Those that are worth nothing even so are left out: no matching needs them.
 *
 * First each list takes its edges as they come. Then the lists are _turned_: vertex after vertex writes its own number into the lists of its
 * neighbours. As the numbers that arrive in a list only ever rise, it is sorted, in time proportional to the number of edges.
 *
 * @throws RangeError where sums over all vertices might not be exact. With 10,000 vertices weights may reach some 200,000,000,000; where as
 *   many as possible are to be matched, the least and the most may be some 40,000,000 apart.
 */
export function graphOf(n: number, { count, ends, weights, high }: EdgeList, lift: number): Graph {
  if (scale * (high + lift) * (n + 1) > Number.MAX_SAFE_INTEGER)
    throw new RangeError("The weights are too large to be added up exactly.");
  const first = new Int32Array(n + 1);
  for (let end = 0; end < 2 * count; end += 1) {
    if ((weights[end >> 1] as number) + lift <= 0) continue;
    const after = (ends[end] as number) + 1;
    first[after] = (first[after] as number) + 1;
  }
  for (let v = 0; v < n; v += 1) first[v + 1] = (first[v + 1] as number) + (first[v] as number);
  const head = new Int32Array(first[n] as number);
  const weight = new Float64Array(first[n] as number);
  const next = first.slice();
  for (let end = 0; end < 2 * count; end += 1) {
    const worth = (weights[end >> 1] as number) + lift;
    if (worth <= 0) continue;
    const v = ends[end] as number;
    const place = next[v] as number;
    head[place] = ends[end ^ 1] as number;
    weight[place] = scale * worth;
    next[v] = place + 1;
  }
  return turned({ n, first, head, weight });
}

function turned({ n, first, head, weight }: Graph): Graph {
  const sorted = { n, first, head: new Int32Array(head.length), weight: new Float64Array(head.length) };
  const next = first.slice();
  let parallel = 0;
  for (let v = 0; v < n; v += 1)
    for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1) {
      const u = head[arc] as number;
      const worth = weight[arc] as number;
      const place = next[u] as number;
      if (place > (first[u] as number) && sorted.head[place - 1] === v) {
        parallel += 1;
        if (worth > (sorted.weight[place - 1] as number)) sorted.weight[place - 1] = worth;
        continue;
      }
      sorted.head[place] = v;
      sorted.weight[place] = worth;
      next[u] = place + 1;
    }
  return parallel === 0 ? sorted : closedUp(sorted, next);
}

/** Lists with gaps behind them, closed up. @param last - where each list ends. */
function closedUp({ n, first, head, weight }: Graph, last: Int32Array): Graph {
  const starts = new Int32Array(n + 1);
  let kept = 0;
  for (let v = 0; v < n; v += 1) {
    const [from, to] = [first[v] as number, last[v] as number];
    head.copyWithin(kept, from, to);
    weight.copyWithin(kept, from, to);
    kept += to - from;
    starts[v + 1] = kept;
  }
  return { n, first: starts, head: head.slice(0, kept), weight: weight.slice(0, kept) };
}

/** Where the edge from `u` to `v` stands in the list of `u`, or -1 where there is none: a search by halves. */
export function arcBetween({ first, head }: Graph, u: number, v: number): number {
  let low = first[u] as number;
  let high = (first[u + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = head[middle] as number;
    if (found === v) return middle;
    if (found < v) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
