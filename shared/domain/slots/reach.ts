import type { Interval } from "./availability.ts";
import type { Stretch } from "./slot.ts";

/** How far a time leaves a working day, and at which end of it. */
export interface Reach {
  readonly side: Stretch["side"];
  /** In milliseconds: so much earlier or later it would be inside, or as far inside as it can be. */
  readonly by: number;
}

/** How far this time is outside the nearest of the working times. Inside one it is outside by nothing. */
export function reachOf(working: readonly Interval[], { start, end }: Interval): Reach {
  let nearest: Reach = { side: "before", by: Number.POSITIVE_INFINITY };
  for (const one of working) {
    const [before, after] = [Math.max(0, one.start - start), Math.max(0, end - one.end)];
    const by = Math.max(before, after);
    if (by < nearest.by) nearest = { side: before >= after ? "before" : "after", by };
  }
  return nearest;
}
