import { lookAtAll, type Progress, type WeightOf } from "./all-pairs.ts";
import { BestLists } from "./best-lists.ts";
import { EdgeList } from "./edge-list.ts";
import { type Graph, graphOf } from "./graph.ts";
import { groupsWithout } from "./groups.ts";
import { none } from "./none.ts";
import { solve } from "./solver.ts";
import { type Witness, witnessIn } from "./witness.ts";

/** How good the worst pair can be. */
export interface Floor {
  /** The highest worth such that as many pairs as possible can be made of pairs worth no less; Infinity where no pair is possible. */
  readonly floor: number;
  /** How many pairs that are. */
  readonly size: number;
  /** Why no more are possible, whatever their worth. */
  readonly ofSize: Witness;
  /** Why so many are not possible among pairs worth more than the floor. */
  readonly ofFloor: Witness;
}

/** As many pairs as possible of those worth more than something, and why no more are. */
interface Most {
  readonly size: number;
  readonly witness: Witness;
}

/** How many candidates a look at all pairs adds for each at most. */
const addedEach = 4;

/**
 * Finds the floor of the fairest matchings among all pairs there are: those that pair as many as possible, and whose worst pair is as good as can be.
 *
 * What can be made of everybody's best candidates is found by halves. Then the witness that more is impossible is held against all pairs: one
 * that would join two of its groups makes it void, and becomes an edge; without any, it stands for all. `checkWitnessOfAllPairs` checks both witnesses.
 */
export function* fairestFloor(n: number, weightOf: WeightOf, listed = 32): Generator<Progress, Floor> {
  const lists = new BestLists(n, listed);
  yield* lookAtAll(n, { stage: "listing", round: 1 }, (u) => {
    for (let v = u + 1; v < n; v += 1) {
      const weight = weightOf(u, v);
      if (weight !== Number.NEGATIVE_INFINITY) lists.offer(u, v, weight);
    }
  });
  const edges = new EdgeList(n * listed);
  lists.addTo(edges, weightOf);
  const all = yield* mostOfAll(n, weightOf, edges, Number.NEGATIVE_INFINITY);
  const { size } = all;
  if (size === 0) return { floor: Number.POSITIVE_INFINITY, size, ofSize: all.witness, ofFloor: all.witness };
  for (;;) {
    const floor = floorAmong(n, edges, size);
    const above = yield* mostOfAll(n, weightOf, edges, floor);
    if (above.size < size) return { floor, size, ofSize: all.witness, ofFloor: above.witness };
  }
}

/** The most pairs among all that are worth more than `over`. Edges that it takes are added. */
function* mostOfAll(n: number, weightOf: WeightOf, edges: EdgeList, over: number): Generator<Progress, Most> {
  for (let round = 1; ; round += 1) {
    const { graph, mate, size } = mostAmong(n, edges, over);
    const witness = witnessIn(graph, mate);
    if (witness === null) throw new Error("The solver has left a pair out.");
    const group = groupsWithout(graph, witness);
    const joining = new BestLists(n, addedEach);
    yield* lookAtAll(n, { stage: "pricing", round }, (u) => {
      const own = group[u] as number;
      if (own === none) return;
      for (let v = u + 1; v < n; v += 1) {
        if (group[v] === none || group[v] === own) continue;
        const weight = weightOf(u, v);
        if (weight > over) joining.offer(u, v, weight);
      }
    });
    if (joining.addTo(edges, weightOf) === 0) return { size, witness };
  }
}

/** The least weight above which the edges don't suffice for so many pairs, by halves. */
function floorAmong(n: number, edges: EdgeList, size: number): number {
  const levels = [...new Set(edges.weights.subarray(0, edges.count))].sort((one, other) => one - other);
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mostAmong(n, edges, levels[middle] as number).size < size) high = middle;
    else low = middle + 1;
  }
  return levels[low] as number;
}

function mostAmong(n: number, { count, ends, weights }: EdgeList, over: number) {
  const alike = new EdgeList(count);
  for (let edge = 0; edge < count; edge += 1)
    if ((weights[edge] as number) > over) alike.add(ends[2 * edge] as number, ends[2 * edge + 1] as number, 1);
  const graph: Graph = graphOf(n, alike, 0);
  const { mate, weight } = solve(graph, 0);
  return { graph, mate, size: weight };
}
