import type { PersonId } from "../person.ts";
import { takenStarts } from "./busy.ts";
import { comfortable, type LocalHours, localHours, starts, stretching } from "./common-hours.ts";
import { without } from "./intervals.ts";
import type { SlotSearch } from "./slot-search.ts";

/** A time that is free for everybody, in epoch milliseconds, and the one whose working day it leaves, if it leaves one's. */
export interface FreeTime {
  readonly start: number;
  readonly stretched: PersonId | null;
}

/**
 * All times that may be offered, in order: those inside everybody's working hours or, where none of these is free, those that stretch the
 * day of one person who did not bear the last such hour.
 */
export function freeTimes(
  search: SlotSearch,
  everybody: readonly LocalHours[] = localHours(search),
): readonly FreeTime[] {
  const taken = takenStarts(search);
  const inside = starts(without(comfortable(search, everybody), taken));
  if (inside.length > 0) return inside.map((start) => ({ start, stretched: null }));
  return search.people
    .filter(({ person }) => person !== search.lastStretched)
    .flatMap((one) =>
      starts(without(stretching(search, everybody, one), taken)).map((start) => ({ start, stretched: one.person })),
    )
    .sort((one, other) => one.start - other.start);
}
