import { day, minute } from "./durations.ts";
import { freeTimes } from "./free-times.ts";
import type { NoSlotReason, Opening, SlotSearch } from "./slot-search.ts";

/** What is tried when there is no time: shorter lengths in minutes, the longest first, and so much later. */
export const openingRules = { shorter: [60, 45, 30, 25, 15], laterDays: 28 } as const;

/** What would open a time to a search that found none. Each has been searched: it opens one by itself, without the others. */
export function openingsFor(search: SlotSearch, reason: NoSlotReason): readonly Opening[] {
  return [shorter(search), later(search, reason), samePersonAgain(search)].filter((one) => one !== null);
}

function shorter(search: SlotSearch): Opening | null {
  const minutes = openingRules.shorter.find(
    (length) => length < search.minutes && freeTimes({ ...search, minutes: length }).length > 0,
  );
  return minutes === undefined ? null : { kind: "shorter", minutes };
}

/**
 * The first time after the window. Where working hours are the obstacle, they alone can tell; where meetings are, only as far as the
 * calendars were read.
 */
function later(search: SlotSearch, reason: NoSlotReason): Opening | null {
  const { window, minutes, calendarsReadUntil = window.end } = search;
  const furthest = window.end + openingRules.laterDays * day;
  const end = reason === "all-common-hours-taken" ? Math.min(calendarsReadUntil, furthest) : furthest;
  if (end <= window.end) return null;
  const [first] = freeTimes({ ...search, window: { start: window.end - minutes * minute, end } });
  return first ? { kind: "later", from: first.start } : null;
}

function samePersonAgain({ lastStretched, ...search }: SlotSearch): Opening | null {
  if (lastStretched === null) return null;
  const others = freeTimes({ ...search, lastStretched: null });
  return others.length > 0 ? { kind: "same-person-again", person: lastStretched } : null;
}
