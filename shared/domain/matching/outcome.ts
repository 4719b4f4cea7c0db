import type { Certificate } from "./certificate.ts";
import { none } from "./none.ts";
import { scale } from "./scale.ts";
import type { Whole } from "./whole.ts";

/** The dual variables at the end of a search. */
export function certificateOf(found: Whole, lift: number): Certificate {
  const { forest, blossoms } = found;
  const { n } = forest.graph;
  const all = innermostFirst(found);
  const z = Float64Array.from(all, (blossom) => 2 * forest.half(blossom)).filter((surcharge) => surcharge > 0);
  const parent = new Int32Array(n + z.length);
  /** By blossom: the place in the certificate of itself, or of the smallest around it that has a surcharge. */
  const place = new Int32Array(blossoms.parent.length).fill(none);
  const around = (node: number): number => {
    const blossom = blossoms.parent[node] as number;
    return blossom === none ? none : (place[blossom] as number);
  };
  let next = parent.length;
  for (const blossom of all.toReversed()) {
    place[blossom] = around(blossom);
    if (forest.half(blossom) <= 0) continue;
    next -= 1;
    parent[next] = around(blossom);
    place[blossom] = next;
  }
  const y = new Float64Array(n);
  for (let v = 0; v < n; v += 1) {
    y[v] = forest.price(v);
    parent[v] = around(v);
  }
  return { scale, lift, y, z, parent };
}

/** Who is whose partner, or -1: all blossoms say who pairs up in them, the outer ones first. */
export function matesOf(found: Whole): Int32Array {
  for (const blossom of innermostFirst(found).reverse()) found.blossoms.pairUp(blossom);
  return found.forest.mateTo.slice(0, found.forest.graph.n);
}

/** All blossoms, each behind those that are in it. */
function innermostFirst({ forest, blossoms }: Whole): number[] {
  const { n } = forest.graph;
  const found: number[] = [];
  for (let v = 0; v < n; v += 1) {
    const node = forest.top[v] as number;
    if (node !== v && forest.firstLeaf[node] === v) found.push(node);
  }
  for (let place = 0; place < found.length; place += 1)
    for (const child of blossoms.childrenOf(found[place] as number)) if (child >= n) found.push(child);
  return found.reverse();
}
