import type { Graph } from "./graph.ts";
import { Members } from "./members.ts";
import { Moments } from "./moments.ts";
import { none } from "./none.ts";

/** Where a vertex stands: `even` and `odd` ones are in a tree, at that distance from its root; `idle` ones are in none. */
export const even = 1;
export const odd = -1;
export const idle = 0;

/**
 * Alternating trees that grow all at once while a clock runs.
 *
 * Each vertex has a price, its dual variable. No edge is ever worth more than its ends cost together; where it is worth just as much, it is
 * _tight_, and may be used. A tree hangs from a vertex that wants a partner: edges outside the matching lead from even vertices to odd ones, matched edges
 * from odd ones on to even ones. As the clock runs, even vertices become cheaper and odd ones dearer at the same rate. So edges within the
 * trees stay tight and edges that leave an even vertex become so, one by one.
 *
 * Nothing is touched while the clock runs. A price is kept as what it would have been at time 0, had its vertex always stood where it stands
 * now, and is worked out when it is asked for. Each even vertex keeps an appointment, `due`, the next moment at which something can happen
 * to it; it looks at its edges then, and only then.
 *
 * What stands in a tree is a _node_: a vertex, numbered 0 to n - 1, or an odd set of vertices that behaves like one, a blossom, numbered from
 * n. `top` says in which node a vertex is.
 */
export class Forest {
  readonly graph: Graph;
  time = 0;
  /** By node, and for each vertex in a blossom the same as for the blossom. */
  readonly side: Int8Array;
  /** By vertex: its price as of time 0. */
  readonly anchored: Float64Array;
  /** By blossom: half its surcharge, which is its dual variable, as of time 0. */
  readonly anchoredHalf: Float64Array;
  readonly top: Int32Array;
  /** By node: the matched edge that leaves it. Without one, `mateTo` is none and `mateFrom` the vertex that has no partner. */
  readonly mateFrom: Int32Array;
  readonly mateTo: Int32Array;
  /** By odd node: the edge that leads towards the root. */
  readonly treeFrom: Int32Array;
  readonly treeTo: Int32Array;
  /** By node: its vertices, as a list from `firstLeaf` by `nextLeaf` to `lastLeaf`. */
  readonly firstLeaf: Int32Array;
  readonly lastLeaf: Int32Array;
  readonly nextLeaf: Int32Array;
  /** By even vertex or odd blossom. */
  readonly due: Float64Array;
  readonly moments = new Moments();
  /** Vertices that have become even, in that order. They look at their edges now. */
  readonly ready: number[] = [];
  /** How many trees there are. Each is named by the number of the vertex that wanted a partner when it was planted. */
  trees = 0;
  readonly treeOf: Int32Array;
  readonly #members: Members;

  /** Begins with vertices only, all idle, at the given prices and with the given partners. */
  constructor(graph: Graph, prices: Float64Array, mate: Int32Array) {
    const { n } = graph;
    const nodes = n + (n >> 1) + 1;
    this.graph = graph;
    this.side = new Int8Array(nodes);
    this.anchored = prices.slice();
    this.anchoredHalf = new Float64Array(nodes);
    this.top = upTo(n);
    this.mateFrom = upTo(nodes);
    this.mateTo = new Int32Array(nodes).fill(none);
    this.mateTo.set(mate);
    this.treeFrom = new Int32Array(nodes).fill(none);
    this.treeTo = new Int32Array(nodes).fill(none);
    this.firstLeaf = upTo(nodes);
    this.lastLeaf = upTo(nodes);
    this.nextLeaf = new Int32Array(n).fill(none);
    this.due = new Float64Array(nodes);
    this.#members = new Members(n);
    this.treeOf = this.#members.treeOf;
  }

  /** The price of a vertex now. */
  price(v: number): number {
    return (this.anchored[v] as number) - (this.side[v] as number) * this.time;
  }

  /** Half the surcharge of a blossom now: it rises at the rate at which its vertices become cheaper, and falls with the opposite. */
  half(blossom: number): number {
    return (this.anchoredHalf[blossom] as number) + (this.side[blossom] as number) * this.time;
  }

  /** Starts a tree at a node that has no partner. */
  plant(root: number): void {
    this.trees += 1;
    this.join(root, even, this.mateFrom[root] as number);
  }

  /** Hangs the idle node of `v`, and its partner's, below the even vertex `u`. */
  grow(u: number, v: number): void {
    const node = this.top[v] as number;
    const tree = this.treeOf[u] as number;
    this.treeFrom[node] = v;
    this.treeTo[node] = u;
    this.join(node, odd, tree);
    this.join(this.top[this.mateTo[node] as number] as number, even, tree);
  }

  /** Makes an idle node part of a tree. */
  join(node: number, side: typeof even | typeof odd, tree: number): void {
    this.eachVertex(node, (v) => {
      this.#members.add(v, tree);
      this.turn(v, side);
    });
    if (node < this.graph.n) return;
    this.anchoredHalf[node] = this.half(node) - side * this.time;
    this.side[node] = side;
    if (side === odd) this.expect(node, this.anchoredHalf[node] as number);
  }

  /** Moves a vertex to another side, at the price that it has. An even one looks at its edges soon. */
  turn(v: number, side: typeof even | typeof odd | typeof idle): void {
    this.anchored[v] = this.price(v) + side * this.time;
    this.side[v] = side;
    if (side !== even) return;
    this.due[v] = this.time;
    this.ready.push(v);
  }

  /** Makes an appointment for an even vertex or an odd blossom. */
  expect(what: number, at: number): void {
    this.due[what] = at;
    this.moments.add(at, what);
  }

  /**
   * Gives the even vertex `u` the partner `v`, or none. Whoever was its node's partner gets another, and so on up to the root, where the one
   * who had none gets one: matched and unmatched edges change places all along the way.
   */
  rematch(u: number, v: number): void {
    let [from, to] = [u, v];
    for (;;) {
      const node = this.top[from] as number;
      const former = this.mateTo[node] as number;
      this.mateFrom[node] = from;
      this.mateTo[node] = to;
      if (former === none) return;
      const above = this.top[former] as number;
      from = this.treeTo[above] as number;
      to = this.treeFrom[above] as number;
      this.mateFrom[above] = to;
      this.mateTo[above] = from;
    }
  }

  /** Two trees meet: the way from one root to the other is re-matched, and both trees have done their work. */
  unite(u: number, v: number): void {
    this.rematch(u, v);
    this.rematch(v, u);
    this.fell(this.treeOf[u] as number, this.treeOf[v] as number);
  }

  /** A tree meets an idle node that nobody has: its root's way ends there. */
  give(u: number, v: number): void {
    const node = this.top[v] as number;
    this.rematch(u, v);
    this.mateFrom[node] = v;
    this.mateTo[node] = u;
    this.fell(this.treeOf[u] as number);
  }

  /** The even vertex `u` costs nothing any more: it goes without a partner, so that its root has one. */
  spare(u: number): void {
    this.rematch(u, none);
    this.fell(this.treeOf[u] as number);
  }

  /** Takes trees apart: all of their nodes are idle afterwards, and neighbours in other trees may turn to them. */
  fell(...trees: readonly number[]): void {
    this.trees -= trees.length;
    for (const tree of trees)
      for (let v = this.#members.first(tree); v !== none; v = this.#members.next(v)) {
        this.turn(v, idle);
        const node = this.top[v] as number;
        if (node !== v && this.side[node] !== idle) {
          this.anchoredHalf[node] = this.half(node);
          this.side[node] = idle;
        }
      }
    for (const tree of trees)
      for (let v = this.#members.first(tree); v !== none; v = this.#members.next(v)) this.beckon(v);
  }

  /** Takes a node out of its tree. */
  leave(node: number): void {
    this.eachVertex(node, (v) => {
      this.#members.remove(v);
      this.turn(v, idle);
    });
  }

  /** Does something with each vertex of a node. */
  eachVertex(node: number, act: (v: number) => void): void {
    const last = this.lastLeaf[node] as number;
    for (let v = this.firstLeaf[node] as number; v !== last; v = this.nextLeaf[v] as number) act(v);
    act(last);
  }

  /** Tells the even neighbours of an idle vertex when they can reach it. */
  beckon(v: number): void {
    if (this.trees === 0) return;
    const { first, head, weight } = this.graph;
    const price = this.price(v);
    const end = first[v + 1] as number;
    for (let arc = first[v] as number; arc < end; arc += 1) {
      const u = head[arc] as number;
      if (this.side[u] !== even) continue;
      const at = price + (this.anchored[u] as number) - (weight[arc] as number);
      if (at < (this.due[u] as number)) this.expect(u, at);
    }
  }
}

function upTo(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let number = 0; number < count; number += 1) numbers[number] = number;
  return numbers;
}
