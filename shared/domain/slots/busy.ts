import type { Availability, BusyTime, Interval } from "./availability.ts";
import { minute } from "./durations.ts";
import { byStart } from "./intervals.ts";
import type { SlotSearch } from "./slot-search.ts";

/** Whether a calendar says when its person is busy. One with a time that ends before it begins can't be trusted with the others. */
export const isReadable = ({ busy }: Availability): boolean => busy?.every(({ start, end }) => start <= end) ?? false;

/** What is in a calendar, except one time that is exactly the ignored one. A second of the same hour is another meeting. */
export function busyTimes({ busy }: Availability, ignoring?: Interval): readonly BusyTime[] {
  const all = busy ?? [];
  const own = all.findIndex(({ start, end }) => start === ignoring?.start && end === ignoring.end);
  return own < 0 ? all : all.toSpliced(own, 1);
}

/** When nothing may start, ends excluded, by start: it would run into something in a calendar, or too close to it. */
export function takenStarts({ people, minutes, window, bufferMinutes = 0, ignoring }: SlotSearch): readonly Interval[] {
  const buffer = bufferMinutes * minute;
  const taken: Interval[] = [];
  for (const person of people)
    for (const { start, end } of busyTimes(person, ignoring))
      if (start - buffer < window.end && end + buffer > window.start)
        taken.push({ start: start - buffer - minutes * minute, end: end + buffer });
  return taken.sort(byStart);
}
