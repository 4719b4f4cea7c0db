import type { Availability, BusyStatus, BusyTime, Interval, WorkingHours } from "./availability.ts";
import { findSlots, type SlotSearch } from "./find-slots.ts";
import type { Slot } from "./slot.ts";

/** People and searches for tests. */
export const moment = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

/** "2026-11-23T09:00Z/2026-11-23T10:00Z" */
export function span(text: string): Interval {
  const [start = "", end = ""] = text.split("/");
  return { start: moment(start), end: moment(end) };
}

export const busy = (text: string, status: BusyStatus = "busy"): BusyTime => ({ ...span(text), status });

/** Someone who works from nine to half past five, from Monday to Friday, with an empty calendar, where nothing else is said. */
export const person = (
  name: string,
  zone: WorkingHours["zone"],
  {
    days = [1, 2, 3, 4, 5],
    from = "09:00",
    to = "17:30",
    ...rest
  }: Partial<Omit<WorkingHours, "zone">> & Partial<Omit<Availability, "person" | "hours">> = {},
): Availability => ({ person: name, hours: { zone, days, from, to }, busy: [], ...rest });

/** From Monday to Friday. */
export const week = span("2026-11-23T00:00Z/2026-11-28T00:00Z");

/** An hour in that week for people of whom nobody has borne an uncomfortable one yet, where nothing else is said. */
export const search = (people: readonly Availability[], more: Partial<SlotSearch> = {}): SlotSearch => ({
  people,
  minutes: 60,
  window: week,
  lastStretched: null,
  ...more,
});

/** The slots of an answer that has some; an answer without any has none. */
export function slotsFor(people: readonly Availability[], more: Partial<SlotSearch> = {}): readonly Slot[] {
  const answer = findSlots(search(people, more));
  return answer.ok ? answer.slots : [];
}

/** Their starts, as "2026-11-23T09:00" on the clock of a zone. */
export const startsIn = (zone: string, slots: readonly Slot[]): readonly string[] =>
  slots.map(({ startsAt }) =>
    Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }),
  );
