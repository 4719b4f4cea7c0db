import type { PersonId } from "./person.ts";

/** Half-open, in epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** When a person usually works: ISO weekdays (1 = Monday) and local wall-clock hours, "HH:MM". */
export interface WorkingHours {
  readonly zone: string;
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** What a calendar says of a person. `busy` is `null` when it couldn't be read: unknown is never free. */
export interface Availability {
  readonly person: PersonId;
  readonly hours: WorkingHours;
  readonly busy: readonly Interval[] | null;
}

/** A time that suits. `stretches` names the one whose working day it leaves, or is `null` when it leaves nobody's. */
export interface Slot {
  /** ISO instants, to the second, in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly stretches: PersonId | null;
}

export interface SlotSearch {
  readonly people: readonly Availability[];
  readonly minutes: number;
  readonly window: Interval;
  /** Who bore the last uncomfortable hour; the next one falls to another. */
  readonly lastStretched: PersonId | null;
  /** Starts not to offer again while there are others. */
  readonly besides?: readonly string[];
}

/** Why there is no time to offer. */
export type NoSlotReason = "calendar-unreadable" | "no-hour-in-common" | "all-common-hours-taken";

export type SlotAnswer =
  | { readonly ok: true; readonly slots: readonly Slot[] }
  | { readonly ok: false; readonly reason: NoSlotReason; readonly unreadable: readonly PersonId[] };

/** How many times are offered, the grid they start on, and the outermost hours on a working day for an uncomfortable one. */
export const slotRules = { offered: 3, gridMinutes: 30, earliest: "07:00", latest: "21:00" } as const;

/**
 * Up to three times that are free for everybody, on different days where possible, earliest first.
 *
 * Times inside everybody's working hours are offered alone whenever there is one in the window. Otherwise come hours that stretch one
 * person's working day, between 07:00 and 21:00 of a working day, and never the person who bore the last one.
 */
export function findSlots(search: SlotSearch): SlotAnswer {
  const unreadable = search.people.filter((one) => one.busy === null).map((one) => one.person);
  if (unreadable.length > 0) return { ok: false, reason: "calendar-unreadable", unreadable };
  const possible = candidates(search).flatMap((start) => suits(search, start) ?? []);
  const comfortable = possible.filter((slot) => slot.stretches === null);
  const fair = comfortable.length > 0 ? comfortable : possible;
  const free = fair.filter((slot) => isFree(search.people, slot));
  const wanted =
    free.length > 0 || comfortable.length === 0 ? free : possible.filter((slot) => isFree(search.people, slot));
  const others = wanted.filter((slot) => !search.besides?.includes(slot.startsAt));
  const zone = search.people[0]?.hours.zone ?? "UTC";
  if (wanted.length > 0) return { ok: true, slots: vary(others.length > 0 ? others : wanted, zone) };
  return { ok: false, reason: possible.length > 0 ? "all-common-hours-taken" : "no-hour-in-common", unreadable: [] };
}

function candidates({ window, minutes }: SlotSearch): readonly number[] {
  const grid = slotRules.gridMinutes * 60_000;
  const first = Math.ceil(window.start / grid) * grid;
  const count = Math.max(0, Math.floor((window.end - minutes * 60_000 - first) / grid) + 1);
  return Array.from({ length: count }, (_, at) => first + at * grid);
}

/** The slot starting then, when it is inside everybody's day or stretches exactly one person's, whose turn it may be. */
function suits({ people, minutes, lastStretched }: SlotSearch, start: number): Slot | null {
  const end = start + minutes * 60_000;
  const stretched: PersonId[] = [];
  for (const { person, hours } of people) {
    if (isWithin(hours, start, end, hours.from, hours.to)) continue;
    if (person === lastStretched || !isWithin(hours, start, end, slotRules.earliest, slotRules.latest)) return null;
    stretched.push(person);
  }
  if (stretched.length > 1) return null;
  return { startsAt: iso(start), endsAt: iso(end), stretches: stretched[0] ?? null };
}

function isWithin(hours: WorkingHours, start: number, end: number, from: string, to: string): boolean {
  const begins = local(start, hours.zone);
  const ends = local(end, hours.zone);
  const sameDay = begins.toPlainDate().equals(ends.toPlainDate());
  return sameDay && hours.days.includes(begins.dayOfWeek) && clock(begins) >= from && clock(ends) <= to;
}

const local = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const clock = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: "minute" });
const iso = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "second" });
const epoch = (at: string) => Temporal.Instant.from(at).epochMilliseconds;

const isFree = (people: readonly Availability[], slot: Slot): boolean =>
  people.every(({ busy }) =>
    (busy ?? []).every(({ start, end }) => end <= epoch(slot.startsAt) || start >= epoch(slot.endsAt)),
  );

/** The first of each day, spread at different hours where the days allow, then whatever is left; in order of time. */
function vary(slots: readonly Slot[], zone: string): readonly Slot[] {
  const byDay = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = local(epoch(slot.startsAt), zone).toPlainDate().toString();
    byDay.set(day, [...(byDay.get(day) ?? []), slot]);
  }
  const days = [...byDay.values()];
  const oneADay = days
    .slice(0, slotRules.offered)
    .map((day, at) => day[Math.floor((day.length * at) / slotRules.offered)] ?? day[0]);
  const rest = slots.filter((slot) => !oneADay.includes(slot));
  const chosen = [...oneADay, ...rest].filter((slot) => slot !== undefined).slice(0, slotRules.offered);
  return chosen.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** Whether the slot is still free for everybody, by fresh calendars; an unreadable calendar says no. */
export const isStillFree = (people: readonly Availability[], slot: Slot): boolean =>
  people.every((one) => one.busy !== null) && isFree(people, slot);
