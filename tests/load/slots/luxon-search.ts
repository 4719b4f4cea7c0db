import { DateTime, Interval } from "luxon";
import type { Availability } from "../../../shared/domain/slots/availability.ts";
import { type SlotSearch, slotRules } from "../../../shared/domain/slots/find-slots.ts";

/** What is found: starts in order of time, and whether they are inside everybody's working hours. */
export interface Found {
  readonly starts: readonly string[];
  readonly comfortable: boolean;
}

/**
 * Times for a check-in as one would write it with luxon: intervals of working hours, cut with each other, less what is busy, gone through by
 * the grid; the first of each of three days. Where none is comfortable, the same with one person's day stretched. It gives no reasons.
 */
export function searchWithLuxon(search: SlotSearch): Found {
  const window = Interval.fromDateTimes(utc(search.window.start), utc(search.window.end));
  const busy = Interval.merge(
    search.people
      .flatMap((one) => one.busy ?? [])
      .map(({ start, end }) => Interval.fromDateTimes(utc(start), utc(end))),
  );
  const days = search.people.map((one) => dailyHours(one, window, one.hours.from, one.hours.to));
  const inside = freeStarts(days, busy, search.minutes);
  if (inside.length > 0) return { starts: firstOfDays(inside, search), comfortable: true };
  const stretched = search.people.flatMap((one, at) => {
    if (one.person === search.lastStretched) return [];
    return freeStarts(
      days.with(at, dailyHours(one, window, slotRules.earliest, slotRules.latest)),
      busy,
      search.minutes,
    );
  });
  return {
    starts: firstOfDays(
      stretched.toSorted((one, other) => +one - +other),
      search,
    ),
    comfortable: false,
  };
}

const utc = (at: number) => DateTime.fromMillis(at, { zone: "utc" });

function dailyHours({ hours }: Availability, window: Interval, from: string, to: string): readonly Interval[] {
  if (typeof hours.zone !== "string" || !window.start || !window.end) return [];
  const found: Interval[] = [];
  let day = window.start.setZone(hours.zone).startOf("day");
  for (; day < window.end; day = day.plus({ days: 1 })) {
    if (!hours.days.includes(day.weekday)) continue;
    const working = Interval.fromDateTimes(atClock(day, from), atClock(day, to)).intersection(window);
    if (working) found.push(working);
  }
  return found;
}

function atClock(day: DateTime, clock: string): DateTime {
  const [hour, minute] = clock.split(":").map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 });
}

function freeStarts(
  everybody: readonly (readonly Interval[])[],
  busy: readonly Interval[],
  minutes: number,
): readonly DateTime[] {
  const common = everybody.reduce((some, others) =>
    some.flatMap((one) => others.flatMap((other) => one.intersection(other) ?? [])),
  );
  const free = common.flatMap((one) => one.difference(...busy.filter((taken) => taken.overlaps(one))));
  return free.flatMap((one) => startsIn(one, minutes));
}

function startsIn({ start, end }: Interval, minutes: number): readonly DateTime[] {
  if (!start || !end) return [];
  const over = start.minute % slotRules.gridMinutes;
  const starts: DateTime[] = [];
  let at = over === 0 ? start : start.plus({ minutes: slotRules.gridMinutes - over });
  for (; at.plus({ minutes }) <= end; at = at.plus({ minutes: slotRules.gridMinutes })) starts.push(at);
  return starts;
}

function firstOfDays(starts: readonly DateTime[], { people }: SlotSearch): readonly string[] {
  const zone = people[0]?.hours.zone;
  if (typeof zone !== "string") return [];
  const days = new Map<string | null, DateTime>();
  for (const start of starts) {
    const day = start.setZone(zone).toISODate();
    if (!days.has(day)) days.set(day, start);
    if (days.size === slotRules.offered) break;
  }
  return [...days.values()].map((start) => start.toUTC().toISO({ suppressMilliseconds: true }) ?? "");
}
