import type { Interval } from "./availability.ts";
import type { LocalHours } from "./common-hours.ts";
import { minute } from "./durations.ts";
import type { FreeTime } from "./free-times.ts";
import { merge } from "./intervals.ts";
import { reachOf } from "./reach.ts";
import type { SlotSearch } from "./slot-search.ts";
import type { Candidate } from "./vary.ts";
import { timesOn } from "./working-days.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * What speaks for and against a free time: whether it overlaps what was offered before; and how little it is liked, which is inside
 * everybody's hours the fewer prefer it, and outside somebody's the further.
 *
 * @param before - starts that were offered before, in epoch milliseconds.
 */
export function meritsIn(search: SlotSearch, everybody: readonly LocalHours[], before: readonly number[]) {
  const length = search.minutes * minute;
  const preferred = preferredHours(search, everybody);
  return ({ start, stretched }: FreeTime): Pick<Candidate, "isStale" | "cost"> => {
    const end = start + length;
    const isStale = before.some((one) => Math.abs(one - start) < length);
    const bearer = everybody.find((one) => one.person === stretched);
    if (bearer) return { isStale, cost: reachOf(bearer.working, { start, end }).by };
    const likers = preferred.filter((hours) => hours.some((one) => one.start <= start && one.end >= end));
    return { isStale, cost: -likers.length };
  };
}

/** The preferred hours of those who have any. */
const preferredHours = (
  { people, window }: SlotSearch,
  everybody: readonly LocalHours[],
): readonly (readonly Interval[])[] =>
  people.flatMap(({ preferred }, at) => {
    const offsets = everybody[at]?.offsets;
    return preferred && offsets ? [merge(timesOn(everyDay, preferred, offsets, window))] : [];
  });
