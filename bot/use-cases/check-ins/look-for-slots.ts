import { nextWindow, windowAround } from "../../../shared/domain/cadence.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { findSlots, type Interval, type SlotAnswer } from "../../../shared/domain/slots.ts";
import type { Deps } from "../deps.ts";
import { type Circumstances, lastHeldAt } from "./circumstances.ts";

export interface SlotWish {
  /** A day the person named, ISO "2026-12-03", in the person's own zone. */
  readonly around?: string | undefined;
  /** Ask for times besides those on offer. */
  readonly others?: boolean | undefined;
}

/**
 * Reads the calendars and finds times for a pair's check-in.
 * @throws CalendarAway, CalendarRefused
 */
export async function lookForSlots(
  { calendar, clock }: Pick<Deps, "calendar" | "clock">,
  circumstances: Circumstances,
  checkIn: CheckIn,
  wish: SlotWish = {},
): Promise<SlotAnswer> {
  const window = windowFor(clock.now().epochMilliseconds, circumstances, wish);
  const people = await calendar.availability(circumstances.pair.members, window);
  const besides = wish.others ? checkIn.offered.map((slot) => slot.startsAt) : [];
  return findSlots({
    people,
    minutes: checkIn.minutes,
    window,
    lastStretched: lastStretched(circumstances.history),
    besides,
  });
}

function windowFor(now: number, { history, cohort, people }: Circumstances, { around }: SlotWish): Interval {
  if (!around) return nextWindow(now, lastHeldAt(history), cohort.cadenceDays);
  const zone = people[0]?.timeZone ?? "UTC";
  return windowAround(now, Temporal.PlainDate.from(around).toZonedDateTime(zone).epochMilliseconds);
}

const lastStretched = (history: readonly CheckIn[]) =>
  history.findLast((one) => (one.status === "held" || one.status === "booked") && one.slot?.stretches)?.slot
    ?.stretches ?? null;
