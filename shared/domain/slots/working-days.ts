import type { Interval, WorkingHours } from "./availability.ts";
import { clockTime } from "./clock-time.ts";
import { day } from "./durations.ts";
import { merge } from "./intervals.ts";
import { clockAt, momentAt, type Offsets } from "./offsets.ts";

/** Wall-clock hours, "HH:MM"; those that end at or before their start end on the following day. */
interface DailyHours {
  readonly from: string;
  readonly to: string;
}

/**
 * When a person works, in and around the window: merged, as a shift may begin where another ends.
 * @throws RangeError for hours that no clock shows.
 */
export const workingTimes = (hours: WorkingHours, offsets: Offsets, window: Interval): readonly Interval[] =>
  merge(timesOn(hours.days, hours, offsets, window));

/** These hours on each of these ISO weekdays, from the day before the window to the day after it: a shift may end on another day. */
export function timesOn(
  weekdays: readonly number[],
  { from, to }: DailyHours,
  offsets: Offsets,
  window: Interval,
): readonly Interval[] {
  const begins = clockTime(from);
  const ends = clockTime(to) > begins ? clockTime(to) : clockTime(to) + day;
  const times: Interval[] = [];
  const last = dateOf(clockAt(offsets, window.end)) + 1;
  for (let date = dateOf(clockAt(offsets, window.start)) - 1; date <= last; date += 1)
    if (weekdays.includes(weekdayOf(date)))
      times.push({ start: momentAt(offsets, date * day + begins), end: momentAt(offsets, date * day + ends) });
  return times;
}

/** The date that a clock shows, in days since the first of January 1970. */
export const dateOf = (clock: number): number => Math.floor(clock / day);

/** That date's ISO weekday. Day 0 was a Thursday, and dates before it are negative. */
const weekdayOf = (date: number): number => ((((date + 3) % 7) + 7) % 7) + 1;
