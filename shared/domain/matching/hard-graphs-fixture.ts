import type { Edge } from "./edge-list.ts";

/** A graph made to be hard for matching algorithms. */
export interface HardGraph {
  readonly name: string;
  readonly n: number;
  readonly edges: readonly Edge[];
}

/**
 * Blossoms in blossoms, `depth` of them: a triangle, then two more vertices around it, then two more around those. Edges are worth less the
 * further out they are, so that each blossom is shrunk before the next can be.
 */
export function nestedBlossoms(depth: number): HardGraph {
  const edges: Edge[] = [];
  for (let level = 0; level < depth; level += 1) {
    const [inside, one, other] = [Math.max(0, 2 * level - 1), 2 * level + 1, 2 * level + 2];
    const weight = 4 * (depth - level);
    edges.push([0, one, weight], [one, other, weight], [other, inside, weight]);
  }
  return { name: "nested blossoms", n: 2 * depth + 1, edges };
}

/** Triangles in a row, each joined to the next by an edge between corners that is worth a little less. */
export function triangleChain(triangles: number): HardGraph {
  const edges: Edge[] = [];
  for (let triangle = 0; triangle < triangles; triangle += 1) {
    const [one, two, three] = [3 * triangle, 3 * triangle + 1, 3 * triangle + 2];
    edges.push([one, two, 10], [two, three, 10], [three, one, 10]);
    if (triangle > 0) edges.push([one - 1, one, 9]);
  }
  return { name: "triangles in a row", n: 3 * triangles, edges };
}

/** Triangles whose corners are joined to the same corners of the next: every one could go three ways. */
export function triangleLadder(triangles: number): HardGraph {
  const edges: Edge[] = [];
  for (let corner = 0; corner < 3 * triangles; corner += 1) {
    edges.push([corner, corner % 3 === 2 ? corner - 2 : corner + 1, 100]);
    if (corner >= 3) edges.push([corner - 3, corner, 100]);
  }
  return { name: "triangles joined at all corners", n: 3 * triangles, edges };
}

/**
 * After Gabow: 4k people who all know each other, and 2k who each know one of them. Whoever pairs the many among themselves first has to undo all
 * of it, one long detour at a time.
 */
export function manyAndFew(k: number): HardGraph {
  const edges: Edge[] = [];
  for (let u = 0; u < 4 * k; u += 1) for (let v = u + 1; v < 4 * k; v += 1) edges.push([u, v, 1]);
  for (let few = 0; few < 2 * k; few += 1) edges.push([2 * few, 4 * k + few, 1]);
  return { name: "many who know each other, few who know one", n: 6 * k, edges };
}

/** One odd ring, all edges alike, with chords that close odd rings within it: bases change again and again, far down. */
export function ringWithChords(n: number): HardGraph {
  const edges: Edge[] = [];
  for (let v = 0; v < n; v += 1) edges.push([v, (v + 1) % n, 1], [v, (v + 2) % n, 1]);
  return { name: "a ring with chords", n, edges };
}
