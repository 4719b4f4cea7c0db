import type { Interval } from "./availability.ts";

/** The same moments in intervals that neither overlap nor touch, in order. What has no length is left out. */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const { start, end } of intervals.filter((one) => one.start < one.end).sort(byStart)) {
    const last = merged.at(-1);
    if (last && start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

/** What lies in both, ends included, so that it may be a single moment. Both are in order and don't overlap. */
export function overlap(some: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  const shared: Interval[] = [];
  for (let at = 0, other = 0; ; ) {
    const [one, two] = [some[at], others[other]];
    if (!one || !two) return shared;
    const [start, end] = [Math.max(one.start, two.start), Math.min(one.end, two.end)];
    if (start <= end) shared.push({ start, end });
    if (one.end < two.end) at += 1;
    else other += 1;
  }
}

/**
 * What is left of intervals, ends included, once these are taken out, ends excluded: what is left may be a single moment.
 *
 * @param taken - by their start; they may overlap.
 */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  let next = 0;
  for (const { start, end } of intervals) {
    let from = Math.max(start, reached);
    for (let one = taken[next]; one && one.start <= end; next += 1, one = taken[next]) {
      if (one.start >= from) left.push({ start: from, end: one.start });
      reached = Math.max(reached, one.end);
      from = Math.max(from, reached);
    }
    if (from <= end) left.push({ start: from, end });
  }
  return left;
}

/** The moments of a grid in intervals whose ends are included, in order. Both in milliseconds. */
export function onGrid(intervals: readonly Interval[], grid: number): readonly number[] {
  const moments: number[] = [];
  for (const { start, end } of intervals)
    for (let at = Math.ceil(start / grid) * grid; at <= end; at += grid) moments.push(at);
  return moments;
}

/** For sorting. */
export const byStart = (one: Interval, other: Interval): number => one.start - other.start;
