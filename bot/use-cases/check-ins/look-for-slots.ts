import { nextWindow, windowAround, windowToMove } from "../../../shared/domain/cadence.ts";
import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Interval } from "../../../shared/domain/slots/availability.ts";
import { findSlots, type SlotAnswer } from "../../../shared/domain/slots/find-slots.ts";
import { lengthRules } from "../../../shared/domain/slots/length.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import type { Deps } from "../deps.ts";
import { type Circumstances, lastHeldAt, zoneOf } from "./circumstances.ts";

export interface SlotWish {
  /** A day that `asker` named, ISO "2026-12-03", in that person's own zone. */
  readonly around?: string | undefined;
  /** Ask for times besides those on offer. */
  readonly others?: boolean | undefined;
}

/**
 * Reads the calendars and finds times for a pair's check-in: a new one, or one that stands and is to move, whose own hour is then no reason
 * against a time near it and is not offered itself.
 *
 * @throws CalendarAway, CalendarRefused, NotConnected
 */
export async function lookForSlots(
  { calendar, clock }: Pick<Deps, "calendar" | "clock">,
  circumstances: Circumstances,
  checkIn: CheckIn,
  asker: PersonId,
  wish: SlotWish = {},
): Promise<SlotAnswer> {
  const own = isInCalendars(checkIn) ? checkIn.slot : null;
  const window = windowFor(clock.now().epochMilliseconds, circumstances, own, asker, wish);
  const people = await calendar.availability(circumstances.pair.members, window);
  const besides = [...(wish.others ? checkIn.offered : []), ...(own ? [own] : [])].map((slot) => slot.startsAt);
  return findSlots({
    people,
    minutes: possibleLength(checkIn.minutes),
    window,
    lastStretched: lastStretched(circumstances.history, checkIn),
    besides,
    ...(own ? { ignoring: intervalOf(own) } : {}),
  });
}

/** The hour that a slot takes, in epoch milliseconds. */
export const intervalOf = ({ startsAt, endsAt }: Slot): Interval => ({ start: epoch(startsAt), end: epoch(endsAt) });

function windowFor(
  now: number,
  circumstances: Circumstances,
  own: Slot | null,
  asker: PersonId,
  { around }: SlotWish,
): Interval {
  if (around) {
    const day = Temporal.PlainDate.from(around).toZonedDateTime(zoneOf(circumstances, asker));
    return windowAround(now, day.epochMilliseconds);
  }
  if (own) return windowToMove(now, epoch(own.startsAt));
  return nextWindow(now, lastHeldAt(circumstances.history), circumstances.cohort.cadenceDays);
}

/** The length itself, or the nearest that a check-in may have where Outlook gave it one that it may not. */
const possibleLength = (minutes: number): number =>
  Math.min(lengthRules.most, Math.max(lengthRules.least, Math.round(minutes / lengthRules.step) * lengthRules.step));

/** Who bore the last uncomfortable hour, besides that of the check-in itself. */
const lastStretched = (history: readonly CheckIn[], { id }: CheckIn): PersonId | null =>
  history.findLast((one) => one.id !== id && (one.status === "held" || isInCalendars(one)) && one.slot?.stretch)?.slot
    ?.stretch?.person ?? null;

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
