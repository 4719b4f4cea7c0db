import type { Interval } from "./slots/availability.ts";

/** How long before a check-in people are asked at the least, and how far the search reaches, in days. */
export const cadenceRules = { noticeDays: 1, earlyDays: 10, lateDays: 10, shortestDays: 14 } as const;

const dayMilliseconds = 86_400_000;

/**
 * When the pair's next check-in may lie: around one cadence after the last one held, never with less than a day's notice, and at least two
 * weeks wide. Times are epoch milliseconds.
 *
 * @param lastHeld - when the last held session began, or `null` for a pair that has not met.
 */
export function nextWindow(now: number, lastHeld: number | null, cadenceDays: number): Interval {
  const soonest = now + cadenceRules.noticeDays * dayMilliseconds;
  const due = lastHeld === null ? now : lastHeld + cadenceDays * dayMilliseconds;
  const start = Math.max(soonest, due - cadenceRules.earlyDays * dayMilliseconds);
  return {
    start,
    end: Math.max(start + cadenceRules.shortestDays * dayMilliseconds, due + cadenceRules.lateDays * dayMilliseconds),
  };
}

/** The window narrowed to a wish: that whole day with three days on either side, still with notice. `wish` is epoch milliseconds. */
export function windowAround(now: number, wish: number): Interval {
  const start = Math.max(now + cadenceRules.noticeDays * dayMilliseconds, wish - 3 * dayMilliseconds);
  return { start, end: Math.max(start + dayMilliseconds, wish + 4 * dayMilliseconds) };
}

/** Where a check-in that stands may move to: within a week of its hour, still with notice, and at least two weeks wide. Epoch milliseconds. */
export function windowToMove(now: number, startsAt: number): Interval {
  const soonest = now + cadenceRules.noticeDays * dayMilliseconds;
  const start = Math.max(soonest, startsAt - 7 * dayMilliseconds);
  return { start, end: Math.max(start + cadenceRules.shortestDays * dayMilliseconds, startsAt + 7 * dayMilliseconds) };
}
