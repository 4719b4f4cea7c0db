import { comfortable, localHours, starts, stretching } from "./common-hours.ts";
import type { NoSlotReason, SlotSearch } from "./slot-search.ts";

/** Why a search among calendars that could be read found no time. */
export function reasonFor(search: SlotSearch): NoSlotReason {
  const everybody = localHours(search);
  if (starts(comfortable(search, everybody)).length > 0) return "all-common-hours-taken";
  const bearers = search.people.filter((one) => starts(stretching(search, everybody, one)).length > 0);
  if (bearers.length === 0) return "no-hour-in-common";
  const isSameAgain = bearers.every(({ person }) => person === search.lastStretched);
  return isSameAgain ? "only-the-same-person-again" : "all-common-hours-taken";
}
