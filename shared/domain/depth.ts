import { type Depth, depths } from "./prompt.ts";

/** What is open to every pair from the start. */
export const usualDepth: Depth = 2;

/** How many sessions a pair has held before it may go so deep. The mid review follows the third: whoever says 4 says that it was held too. */
const heldBefore: Readonly<Record<Depth, number>> = { 1: 0, 2: 0, 3: 2, 4: 3 };

/** The deepest that a pair may say it is ready for, after so many sessions that were held. */
export const deepestAfter = (held: number): Depth =>
  depths.findLast((depth) => held >= heldBefore[depth]) ?? usualDepth;

/** How deep the pair goes now. `ready` is the least that any of its members has said. */
export const openDepth = ({ held, ready }: { readonly held: number; readonly ready: Depth }): Depth =>
  lesser(deepestAfter(held), ready < usualDepth ? usualDepth : ready);

/** The next depth that somebody who said `mine` may be asked about now; `null` where there is none. */
export const askableDepth = ({ held, mine }: { readonly held: number; readonly mine: Depth }): Depth | null =>
  depths.find((depth) => depth > usualDepth && depth > mine && depth <= deepestAfter(held)) ?? null;

const lesser = (one: Depth, other: Depth): Depth => (one < other ? one : other);
