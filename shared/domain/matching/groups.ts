import type { Graph } from "./graph.ts";
import { none } from "./none.ts";

/** Into which groups a graph falls without some people: by vertex the number of its group, none for those taken out. */
export function groupsWithout({ n, first, head }: Graph, people: readonly number[]): Int32Array {
  const unseen = none - 1;
  const group = new Int32Array(n).fill(unseen);
  for (const v of people) group[v] = none;
  const waiting: number[] = [];
  for (let start = 0; start < n; start += 1) {
    if (group[start] !== unseen) continue;
    group[start] = start;
    waiting.push(start);
    for (let v = waiting.pop(); v !== undefined; v = waiting.pop())
      for (let arc = first[v] as number; arc < (first[v + 1] as number); arc += 1) {
        const u = head[arc] as number;
        if (group[u] !== unseen) continue;
        group[u] = start;
        waiting.push(u);
      }
  }
  return group;
}
