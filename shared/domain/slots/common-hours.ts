import type { PersonId } from "../person.ts";
import type { Availability, Interval } from "./availability.ts";
import { day, minute } from "./durations.ts";
import { onGrid, overlap } from "./intervals.ts";
import type { Offsets } from "./offsets.ts";
import { type SlotSearch, slotRules } from "./slot-search.ts";
import { timesOn, workingTimes } from "./working-days.ts";
import { offsetsOf } from "./zone-offsets.ts";

/** A person's working hours as moments in and around the window. */
export interface LocalHours {
  readonly person: PersonId;
  readonly offsets: Offsets;
  readonly working: readonly Interval[];
}

/** Everybody's hours, in the order of the people. */
export const localHours = ({ people, window }: SlotSearch): readonly LocalHours[] =>
  people.map(({ person, hours }) => {
    const offsets = offsetsOf(hours.zone, { start: window.start - 3 * day, end: window.end + 3 * day });
    return { person, offsets, working: workingTimes(hours, offsets, window) };
  });

/** When something may start inside everybody's working hours, whatever is in the calendars; ends included. */
export const comfortable = (search: SlotSearch, everybody: readonly LocalHours[]): readonly Interval[] =>
  inCommon(
    search,
    everybody.map((one) => one.working),
  );

/**
 * When something may start between 07:00 and 21:00 of that person's working day and inside the working hours of all others, whatever is in
 * the calendars; ends included. Some of it may be comfortable.
 */
export const stretching = (
  search: SlotSearch,
  everybody: readonly LocalHours[],
  { person, hours }: Availability,
): readonly Interval[] => {
  const extremes = { from: slotRules.earliest, to: slotRules.latest };
  const outermost = (offsets: Offsets) => timesOn(hours.days, extremes, offsets, search.window);
  return inCommon(
    search,
    everybody.map((one) => (one.person === person ? outermost(one.offsets) : one.working)),
  );
};

function inCommon(search: SlotSearch, times: readonly (readonly Interval[])[]): readonly Interval[] {
  const length = search.minutes * minute;
  const start = Math.max(search.window.start, search.notBefore ?? search.window.start);
  const within = (one: readonly Interval[]) => one.map((time) => ({ start: time.start, end: time.end - length }));
  return times.reduce((common, one) => overlap(common, within(one)), within([{ start, end: search.window.end }]));
}

/** The moments of the grid on which times may start. */
export const starts = (times: readonly Interval[]): readonly number[] => onGrid(times, slotRules.gridMinutes * minute);
