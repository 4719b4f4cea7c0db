import { type LocalHours, localHours } from "./common-hours.ts";
import { day, minute } from "./durations.ts";
import { type FreeTime, freeTimes } from "./free-times.ts";
import { momentOf, textOf } from "./instant-text.ts";
import { meritsIn } from "./merits.ts";
import { clockAt } from "./offsets.ts";
import { reachOf } from "./reach.ts";
import type { Slot, Stretch } from "./slot.ts";
import { type SlotSearch, slotRules } from "./slot-search.ts";
import { vary } from "./vary.ts";
import { dateOf } from "./working-days.ts";

/** The times to offer among all that are free: none only when none is. */
export function offer(search: SlotSearch): readonly Slot[] {
  const everybody = localHours(search);
  const free = freeTimes(search, everybody);
  const before = new Set(search.besides?.map(momentOf));
  const others = free.filter(({ start }) => !before.has(start));
  const merits = meritsIn(search, everybody, [...before]);
  const length = search.minutes * minute;
  const candidates = (others.length > 0 ? others : free).map((time) => {
    const { start } = time;
    const clocks = everybody.map(({ offsets }) => clockAt(offsets, start));
    return {
      time,
      start,
      end: start + length,
      dates: clocks.map(dateOf),
      clock: (clocks[0] ?? 0) % day,
      ...merits(time),
    };
  });
  return vary(candidates, slotRules.offered).map(({ time }) => slotOf(time, search, everybody));
}

function slotOf({ start, stretched }: FreeTime, search: SlotSearch, everybody: readonly LocalHours[]): Slot {
  const end = start + search.minutes * minute;
  const bearer = everybody.find((one) => one.person === stretched);
  const stretch: Stretch | null = bearer
    ? {
        person: bearer.person,
        side: reachOf(bearer.working, { start, end }).side,
        lastBorneBy: search.lastStretched,
      }
    : null;
  return { startsAt: textOf(start), endsAt: textOf(end), stretch };
}
