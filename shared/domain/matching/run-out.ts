import { even, type Forest, idle, odd } from "./forest.ts";

/** What a phase does when something happens. */
export interface Rules {
  /** A tight edge has come about between the even vertex `u` and `v`, which is idle, or even in another node. */
  meet(u: number, v: number): void;
  /** Nothing is left of the surcharge of an odd blossom. */
  burst(blossom: number): void;
}

/**
 * Runs the clock until no tree is left.
 *
 * What is due at one moment comes in the order that keeps trees small: first appointments of old, at which trees may meet, and only then the
 * edges of vertices that have just become even, in the order in which they did.
 */
export function runOut(forest: Forest, rules: Rules): void {
  const { ready } = forest;
  for (let next = 0; forest.trees > 0; ) {
    if (next === ready.length || forest.moments.nextAt === forest.time) keepAppointment(forest, rules);
    else {
      const u = ready[next++] as number;
      if (forest.side[u] === even) visit(forest, u, rules);
    }
    if (next !== ready.length) continue;
    ready.length = 0;
    next = 0;
  }
}

function keepAppointment(forest: Forest, rules: Rules): void {
  const { moments, due, side } = forest;
  const at = moments.nextAt;
  const what = moments.next;
  moments.drop();
  if (due[what] !== at) return;
  if (what < forest.graph.n) {
    if (side[what] !== even) return;
    forest.time = at;
    visit(forest, what, rules);
  } else if (side[what] === odd) {
    forest.time = at;
    rules.burst(what);
  }
}

/** An even vertex looks at all its edges, acts on those that are tight, and makes an appointment for the first that will be. */
function visit(forest: Forest, u: number, rules: Rules): void {
  const { anchored, side, top, due, time } = forest;
  const { first, head, weight } = forest.graph;
  const price = (anchored[u] as number) - time;
  if (price === 0) {
    forest.spare(u);
    return;
  }
  due[u] = Number.POSITIVE_INFINITY;
  let soonest = anchored[u] as number;
  let own = top[u] as number;
  const end = first[u + 1] as number;
  for (let arc = first[u] as number; arc < end; arc += 1) {
    const v = head[arc] as number;
    const where = side[v] as number;
    if (where < idle || top[v] === own) continue;
    const slack = price + (anchored[v] as number) - where * time - (weight[arc] as number);
    if (slack > 0) {
      const at = time + (where === idle ? slack : slack / 2);
      if (at < soonest) soonest = at;
      continue;
    }
    rules.meet(u, v);
    if (side[u] !== even) return;
    own = top[u] as number;
  }
  if (soonest < (due[u] as number)) forest.expect(u, soonest);
}
