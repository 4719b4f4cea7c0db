import type { Availability, Interval } from "./availability.ts";
import type { NoSlotReason, SlotSearch } from "./find-slots.ts";

/** The same person with an IANA zone in place of a custom one that follows the same rules. */
export interface Somebody {
  readonly availability: Availability;
  readonly zone: string;
}

/** What a search must find, start by start: whose day each free time stretches. */
export interface Findings {
  readonly free: ReadonlyMap<number, string | null>;
  /** Why nothing is free. */
  readonly reason: NoSlotReason;
}

const fiveMinutes = 300_000;

/**
 * Looks for times without any cleverness: goes to every quarter of an hour in the window and looks at everybody's clock and calendar, five
 * minutes by five minutes. Hours and calendars are on those.
 */
export function searchSlowly(people: readonly Somebody[], search: SlotSearch): Findings {
  const length = search.minutes * 60_000;
  const all = quarters(search).map((start) => {
    const time = { start, end: start + length };
    const outside = people.filter((one) => !isWorking(one, time));
    const isFree = people.every(({ availability }) => !isBusy(availability, time, search));
    const [bearer] = outside.filter((one) => isWithinOutermost(one, time));
    const fits = outside.length === 0 || (outside.length === 1 && bearer !== undefined);
    return { start, isFree, fits, bearer: bearer?.availability.person ?? null };
  });
  const possible = all.filter((one) => one.fits);
  const allowed = possible.filter((one) => one.bearer === null || one.bearer !== search.lastStretched);
  const free = allowed.filter((one) => one.isFree);
  const comfortable = free.filter((one) => one.bearer === null);
  const wanted = comfortable.length > 0 ? comfortable : free;
  return {
    free: new Map(wanted.map(({ start, bearer }) => [start, bearer])),
    reason:
      allowed.length > 0
        ? "all-common-hours-taken"
        : possible.length > 0
          ? "only-the-same-person-again"
          : "no-hour-in-common",
  };
}

function quarters({ window, minutes, notBefore = window.start }: SlotSearch): readonly number[] {
  const found: number[] = [];
  for (let at = Math.floor(window.start / 900_000) * 900_000; at < window.end; at += 900_000)
    if (at >= window.start && at >= notBefore && at + minutes * 60_000 <= window.end) found.push(at);
  return found;
}

function isBusy({ busy }: Availability, time: Interval, { bufferMinutes = 0, ignoring }: SlotSearch): boolean {
  const buffer = bufferMinutes * 60_000;
  const own = busy?.find((one) => one.start === ignoring?.start && one.end === ignoring.end);
  return (busy ?? []).some((one) => one !== own && one.start - buffer < time.end && one.end + buffer > time.start);
}

function isWorking(somebody: Somebody, { start, end }: Interval): boolean {
  const { from, to } = somebody.availability.hours;
  const shifts = shiftsAround(start, somebody, from, to);
  for (let at = start; at < end; at += fiveMinutes)
    if (!shifts.some((one) => one.start <= at && at < one.end)) return false;
  return true;
}

const isWithinOutermost = (somebody: Somebody, { start, end }: Interval): boolean =>
  shiftsAround(start, somebody, "07:00", "21:00").some((one) => one.start <= start && end <= one.end);

/** Temporal takes its time: what it was asked once is remembered. */
const known = new Map<string, readonly Interval[]>();

function remembered(key: readonly (string | number)[], find: () => readonly Interval[]): readonly Interval[] {
  const text = key.join(" ");
  const found = known.get(text) ?? find();
  known.set(text, found);
  return found;
}

/** These hours on the working days near a moment. */
const shiftsAround = (start: number, { availability, zone }: Somebody, from: string, to: string) => {
  const { days } = availability.hours;
  const day = Math.floor(start / 86_400_000);
  return remembered([zone, days.join(), from, to, day], () =>
    [-2, -1, 0, 1]
      .map((more) => new Temporal.PlainDate(1970, 1, 1).add({ days: day + more }))
      .flatMap((date) => (days.includes(date.dayOfWeek) ? shift(date, from, to, zone) : [])),
  );
};

const shift = (date: Temporal.PlainDate, from: string, to: string, zone: string): readonly Interval[] =>
  remembered([zone, date.toString(), from, to], () => [
    { start: firstMoment(date, from, zone), end: firstMoment(to > from ? date : date.add({ days: 1 }), to, zone) },
  ]);

/** When the clock first shows this; where the hour is skipped, the moment of the skip. */
function firstMoment(date: Temporal.PlainDate, clock: string, timeZone: string): number {
  const wall = clock === "24:00" ? date.add({ days: 1 }).toPlainDateTime("00:00") : date.toPlainDateTime(clock);
  const there = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const isSkipped = !there.toPlainDateTime().equals(wall);
  return ((isSkipped ? there.getTimeZoneTransition("next") : there) ?? there).epochMilliseconds;
}
