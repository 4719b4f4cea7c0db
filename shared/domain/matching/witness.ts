import { type Edge, readEdges } from "./edge-list.ts";
import { EvenSets } from "./even-sets.ts";
import { type Graph, graphOf } from "./graph.ts";

/**
 * Why no matching has more edges: people without whom the others fall into groups of odd size, more of them than could be helped.
 *
 * Take some people out. In each group of odd size that is left somebody finds no partner within it, and only those taken out could be
 * partners from outside, one each. So at least as many go without a partner as there are more odd groups than people taken out (Tutte and
 * Berge). The people of a witness are such that this is exactly how many do.
 */
export type Witness = readonly number[];

/**
 * Finds the witness that a matching has as many edges as possible, or null if it hasn't.
 *
 * From everybody without a partner an alternating tree grows. Should two trees meet, there were room for one more edge. If they don't, the
 * odd vertices in the trees are the witness: every even set, shrunk or single, is a group of its own once they are gone.
 *
 * @param edges - whatever their weights. @param mate - a matching along them.
 * @throws RangeError as `maximumWeightMatching` does.
 */
export function findWitness(n: number, edges: readonly Edge[], mate: ArrayLike<number>): Witness | null {
  return witnessIn(
    graphOf(
      n,
      readEdges(
        n,
        edges.map(([u, v]): Edge => [u, v, 1]),
      ),
      0,
    ),
    mate,
  );
}

/** The same for a graph. */
export function witnessIn(graph: Graph, mate: ArrayLike<number>): Witness | null {
  const sets = new EvenSets(mate);
  while (sets.waiting.length > 0) if (meets(graph, sets, sets.waiting.pop() as number)) return null;
  return sets.oddVertices();
}

/** Grows the tree of an even vertex along all its edges. @returns whether it met another tree. */
function meets({ first, head }: Graph, sets: EvenSets, u: number): boolean {
  for (let arc = first[u] as number; arc < (first[u + 1] as number); arc += 1) {
    const v = head[arc] as number;
    if (!sets.isReached(v)) sets.grow(u, v);
    else if (sets.isEven(v) && !sets.shrink(u, v)) return true;
  }
  return false;
}
