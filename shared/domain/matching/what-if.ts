import { type Edge, type EdgeList, readEdges } from "./edge-list.ts";
import { arcBetween, type Graph, graphOf } from "./graph.ts";
import { halfIntegral } from "./half-integral.ts";
import type { HalfIntegral } from "./halves.ts";
import { liftFor } from "./lift.ts";
import { reweigh, settle } from "./mend.ts";
import { none } from "./none.ts";
import { scale } from "./scale.ts";
import { finish, type Matching, type MatchingOptions } from "./solver.ts";

export interface WhatIfOptions extends MatchingOptions {
  /** The least and the most that an edge will ever be worth; from the edges at the start if left out. */
  readonly range?: { readonly low: number; readonly high: number };
}

/**
 * A cohort to try things out on: wishes change it a little, and `solve` says what is best then.
 *
 * What is kept from one wish to the next is the state of halves, not the matching. Its prices stay right but for the few that a wish touches,
 * and mending it takes a search from one or two people. Partnerships are made whole afresh from it each time: so little is left to do then
 * that it costs less than mending a matching with all its blossoms would.
 *
 * Every wish is taken back by its opposite. What comes out is worth exactly as much as if it had been solved from nothing. Among matchings of
 * equal weight it may be another one: there the wishes and their order decide.
 */
export class WhatIf {
  readonly #lift: number;
  /** How many vertices there may ever be: the lift is made for so many. */
  readonly #room: number;
  readonly #range: { readonly low: number; readonly high: number } | null;
  /** What edges are worth whatever is wished, and what they count for now. Both have the same lists. */
  #worth: Graph;
  #graph: Graph;
  #halves: HalfIntegral;
  /** By vertex: with whom it is paired whatever that costs, or none; and who is away. */
  #promised: Int32Array;
  #away: Uint8Array;
  readonly #forbidden = new Set<number>();

  /** @throws RangeError as `maximumWeightMatching` does. */
  constructor(n: number, edges: readonly Edge[], { maxCardinality = false, range }: WhatIfOptions = {}) {
    const list = readEdges(n, edges);
    this.#range = maxCardinality ? (range ?? { low: list.low, high: list.high }) : null;
    this.#refuseOutOfRange(list);
    this.#room = 2 * n + 64;
    this.#lift = this.#range === null ? 0 : liftFor(this.#room, this.#range);
    this.#worth = graphOf(n, list, this.#lift);
    this.#graph = { ...this.#worth, weight: this.#worth.weight.slice() };
    this.#halves = halfIntegral(this.#graph);
    this.#promised = new Int32Array(n).fill(none);
    this.#away = new Uint8Array(n);
  }

  /** What is best as things are. The proof is about the edges of `standing`. */
  solve(): Matching {
    return finish(this.#graph, this.#halves, this.#lift);
  }

  /** The edges that count as things are, each with what it is worth. Of those who are promised only their own. */
  standing(): Edge[] {
    const { n, first, head, weight } = this.#graph;
    const edges: Edge[] = [];
    for (let u = 0; u < n; u += 1)
      for (let arc = first[u] as number; arc < (first[u + 1] as number); arc += 1) {
        const [v, worth] = [head[arc] as number, weight[arc] as number];
        if (u < v && worth > 0) edges.push([u, v, worth / scale - this.#lift]);
      }
    return edges;
  }

  /** Pairs two people whatever it costs. @throws RangeError where they are no edge that counts as things are. */
  force(u: number, v: number): void {
    const arc = arcBetween(this.#graph, u, v);
    if (arc < 0 || this.#countsFor(u, arc) <= 0) throw new RangeError(`${u} and ${v} can't be paired as things are.`);
    this.#promise(u, v, [v, u]);
  }

  /** Takes `force` back. */
  release(u: number, v: number): void {
    if (this.#promised[u] === v) this.#promise(u, v, [none, none]);
  }

  /** Never pairs these two. @throws RangeError where they are promised to each other. */
  forbid(u: number, v: number): void {
    if (this.#promised[u] === v) throw new RangeError(`${u} and ${v} are promised to each other.`);
    this.#forbidden.add(keyOf(u, v));
    this.#reconsider(u);
  }

  /** Takes `forbid` back. */
  allow(u: number, v: number): void {
    this.#forbidden.delete(keyOf(u, v));
    this.#reconsider(u);
  }

  /** Goes on without somebody. @throws RangeError where that somebody is promised. */
  remove(v: number): void {
    if (this.#promised[v] !== none) throw new RangeError(`${v} is promised to ${this.#promised[v]}.`);
    this.#away[v] = 1;
    this.#reconsider(v);
  }

  /** Takes `remove` back. */
  restore(v: number): void {
    this.#away[v] = 0;
    this.#reconsider(v);
  }

  /** Changes what pairing two people is worth, whether or not they were an edge. @throws RangeError as the constructor, and out of range. */
  reweigh(u: number, v: number, weight: number): void {
    this.#refuseOutOfRange(readEdges(this.#worth.n, [[u, v, weight]]));
    const arc = arcBetween(this.#worth, u, v);
    if (arc < 0) return this.#extend(this.#worth.n, [[u, v, weight]]);
    this.#worth.weight[arc] = scale * (weight + this.#lift);
    this.#worth.weight[arcBetween(this.#worth, v, u)] = scale * (weight + this.#lift);
    this.#reconsider(u);
  }

  /** Somebody comes late. @returns the number, the next one. @throws RangeError as `reweigh` does, and where too many came late. */
  add(neighbours: readonly (readonly [u: number, weight: number])[]): number {
    const v = this.#worth.n;
    if (v === this.#room) throw new RangeError(`There is no room for more than ${this.#room}.`);
    this.#extend(
      v + 1,
      neighbours.map(([u, weight]) => [v, u, weight]),
    );
    return v;
  }

  /** What the edge at an arc of `u` counts for as things are. */
  #countsFor(u: number, arc: number): number {
    const v = this.#worth.head[arc] as number;
    const worth = this.#worth.weight[arc] as number;
    const [one, other] = [this.#promised[u] as number, this.#promised[v] as number];
    const isOut = this.#away[u] === 1 || this.#away[v] === 1 || this.#forbidden.has(keyOf(u, v));
    const isPromised = (one !== none && one !== v) || (other !== none && other !== u);
    return isOut || isPromised || worth <= 0 ? Number.NEGATIVE_INFINITY : worth;
  }

  #promise(u: number, v: number, [ofU, ofV]: readonly [number, number]): void {
    this.#promised[u] = ofU;
    this.#promised[v] = ofV;
    this.#reconsider(u, v);
  }

  /** Brings what the edges of these people count for up to date. */
  #reconsider(...people: readonly number[]): void {
    const candidates: number[] = [];
    for (const u of people)
      for (let arc = this.#graph.first[u] as number; arc < (this.#graph.first[u + 1] as number); arc += 1)
        candidates.push(...reweigh(this.#graph, this.#halves, u, arc, this.#countsFor(u, arc)));
    settle(this.#graph, this.#halves, candidates);
  }

  /** Takes in new edges, and a new vertex if there is one: they begin as if forbidden. */
  #extend(n: number, edges: readonly Edge[]): void {
    const list = readEdges(n, edges);
    this.#refuseOutOfRange(list);
    const { first, head, weight } = this.#worth;
    for (let u = 0; u < this.#worth.n; u += 1)
      for (let arc = first[u] as number; arc < (first[u + 1] as number); arc += 1)
        if (u < (head[arc] as number)) list.add(u, head[arc] as number, (weight[arc] as number) / scale - this.#lift);
    this.#worth = graphOf(n, list, this.#lift);
    this.#promised = enlarged(this.#promised, new Int32Array(n).fill(none));
    this.#away = enlarged(this.#away, new Uint8Array(n));
    this.#halves = {
      mate: enlarged(this.#halves.mate, new Int32Array(n).fill(none)),
      around: enlarged(this.#halves.around, new Int32Array(n).fill(none)),
      price: enlarged(this.#halves.price, new Float64Array(n)),
    };
    this.#graph = this.#asBefore(edges);
    this.#reconsider(...new Set(edges.map(([u]) => u)));
  }

  /** The graph as things are, but for these edges, which don't count. */
  #asBefore(without: readonly Edge[]): Graph {
    const graph = { ...this.#worth, weight: this.#worth.weight.slice() };
    for (let u = 0; u < graph.n; u += 1)
      for (let arc = graph.first[u] as number; arc < (graph.first[u + 1] as number); arc += 1)
        graph.weight[arc] = this.#countsFor(u, arc);
    for (const [u, v] of without)
      for (const arc of [arcBetween(graph, u, v), arcBetween(graph, v, u)])
        if (arc >= 0) graph.weight[arc] = Number.NEGATIVE_INFINITY;
    return graph;
  }

  #refuseOutOfRange({ low, high }: EdgeList): void {
    if (this.#range !== null && (low < this.#range.low || high > this.#range.high))
      throw new RangeError(`Weights were to stay within ${this.#range.low} and ${this.#range.high}.`);
  }
}

/** One number for two, whichever comes first. */
const keyOf = (u: number, v: number): number => Math.min(u, v) * 2 ** 26 + Math.max(u, v);

/** What was known of fewer, over what is to be assumed of the new ones. */
function enlarged<Column extends Int32Array | Uint8Array | Float64Array>(known: Column, assumed: Column): Column {
  assumed.set(known);
  return assumed;
}
