import type { WeightOf } from "../../../shared/domain/matching/all-pairs.ts";
import { BestLists } from "../../../shared/domain/matching/best-lists.ts";
import { type Edge, EdgeList } from "../../../shared/domain/matching/edge-list.ts";
import { cohortOf, pointsOf } from "./cohorts.ts";

/** A graph to match, by a name that says how it came about. */
export interface Instance {
  readonly name: string;
  readonly n: number;
  readonly edges: readonly Edge[];
}

/** A cohort in which each has so many candidates. */
export const cohort = (n: number, listed = 32): Instance => ({
  name: `cohort, lists of ${listed}`,
  n,
  edges: candidateEdges(n, cohortOf(n, n), listed),
});

/** Points in a square, each with so many neighbours. */
export const points = (n: number, listed = 16): Instance => ({
  name: `points, lists of ${listed}`,
  n,
  edges: candidateEdges(n, pointsOf(n, n), listed),
});

function candidateEdges(n: number, weightOf: WeightOf, listed: number): Edge[] {
  const lists = new BestLists(n, listed);
  for (let u = 0; u < n; u += 1)
    for (let v = u + 1; v < n; v += 1) {
      const weight = weightOf(u, v);
      if (weight > 0) lists.offer(u, v, weight);
    }
  const list = new EdgeList(n * listed);
  lists.addTo(list, weightOf);
  return Array.from(
    { length: list.count },
    (_, place): Edge => [
      list.ends[2 * place] as number,
      list.ends[2 * place + 1] as number,
      list.weights[place] as number,
    ],
  );
}
