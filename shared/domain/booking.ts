import { awaitsAnswer, type CalendarEvent, type CheckIn, isAhead, isInCalendars } from "./check-in.ts";
import type { PersonId } from "./person.ts";
import { done, type Result, refuse } from "./result.ts";
import { isPossibleLength } from "./slots/length.ts";
import type { Slot } from "./slots/slot.ts";

/** The steps of what happens to a check-in's event, in order. Whatever dies after any of them, the work goes on from there and has one effect. */
export const bookingSteps = [
  "intent-stored",
  "looked-for-event",
  "event-created",
  "booking-recorded",
  "partners-told",
] as const;
export const movingSteps = ["move-stored", "looked-at-event", "event-moved", "move-recorded", "partners-told"] as const;
export const cancellingSteps = [
  "cancel-stored",
  "looked-for-event",
  "event-cancelled",
  "cancel-recorded",
  "partners-told",
] as const;
export type SagaStep = (typeof bookingSteps)[number] | (typeof movingSteps)[number] | (typeof cancellingSteps)[number];

export type BookingRefusal =
  | "already-booked"
  | "time-not-offered"
  | "time-has-passed"
  | "impossible-length"
  | "not-booked"
  | "check-in-is-over";

const over = () => refuse("check-in-is-over");

/** The check-in with fresh times to choose from. One that is on its way into the calendars takes none; a booked one keeps its hour meanwhile. */
export function offerSlots(checkIn: CheckIn, slots: readonly Slot[]): Result<CheckIn, BookingRefusal> {
  if (!isAhead(checkIn)) return over();
  if (checkIn.status === "booking" || checkIn.status === "moving") return refuse("already-booked");
  const status = isInCalendars(checkIn) ? checkIn.status : "asked";
  return done({ ...checkIn, status, offered: slots, version: checkIn.version + 1 });
}

/**
 * The check-in with one of the offered slots chosen: on its way into both calendars, or from its hour there to another. The first choice counts;
 * a later one is refused.
 *
 * @param id - a new name for this booking or move.
 * @param now - epoch milliseconds.
 */
export function chooseSlot(
  checkIn: CheckIn,
  startsAt: string,
  by: PersonId,
  { id, now }: { readonly id: string; readonly now: number },
): Result<CheckIn, BookingRefusal> {
  if (!isAhead(checkIn)) return over();
  if (checkIn.status === "booking" || checkIn.status === "moving") return refuse("already-booked");
  const slot = checkIn.offered.find((one) => one.startsAt === startsAt);
  if (!slot)
    return refuse(checkIn.status === "booked" && checkIn.offered.length === 0 ? "already-booked" : "time-not-offered");
  if (epoch(slot.startsAt) <= now) return refuse("time-has-passed");
  if (checkIn.event) return done(moving(checkIn, { id, slot, by }));
  return done({ ...checkIn, status: "booking", slot, booker: by, bookingId: id, version: checkIn.version + 1 });
}

/** A booked check-in on its way to another length from the same start. `now` is in epoch milliseconds. */
export function changeLength(
  checkIn: CheckIn,
  minutes: number,
  by: PersonId,
  { id, now }: { readonly id: string; readonly now: number },
): Result<CheckIn, BookingRefusal> {
  if (!isPossibleLength(minutes)) return refuse("impossible-length");
  if (!isAhead(checkIn)) return over();
  if (checkIn.status === "booking" || checkIn.status === "moving") return refuse("already-booked");
  if (!isInCalendars(checkIn) || !checkIn.slot)
    return done({ ...checkIn, minutes, offered: [], version: checkIn.version + 1 });
  if (epoch(checkIn.slot.startsAt) <= now) return refuse("time-has-passed");
  if (minutesOf(checkIn.slot) === minutes) return done(checkIn);
  const endsAt = Temporal.Instant.from(checkIn.slot.startsAt).add({ minutes }).toString({ smallestUnit: "second" });
  return done(moving(checkIn, { id, slot: { ...checkIn.slot, endsAt }, by }));
}

const moving = (checkIn: CheckIn, move: NonNullable<CheckIn["move"]>): CheckIn => ({
  ...checkIn,
  status: "moving",
  move,
  version: checkIn.version + 1,
});

/**
 * The check-in as cancelled. Until `clearCalendar`, its `bookingId` says that an event may still stand. Cancelling twice changes nothing; one
 * whose hour has passed can't be cancelled any more.
 *
 * @param by - who of the pair; `null` where it was somebody else's decision.
 */
export function cancelCheckIn(
  checkIn: CheckIn,
  by: PersonId | null,
  { note, now }: { readonly note: string | null; readonly now: number },
): Result<CheckIn, BookingRefusal> {
  if (checkIn.status === "cancelled") return done(checkIn);
  if (!isAhead(checkIn) || awaitsAnswer(checkIn, now)) return over();
  return done({
    ...checkIn,
    status: "cancelled",
    settledBy: by,
    cancelNote: checkIn.bookingId === null ? null : note,
    move: null,
    offered: [],
    version: checkIn.version + 1,
  });
}

/** The check-in as it is once the event stands in both calendars. */
export const recordBooking = (checkIn: CheckIn, event: CalendarEvent): CheckIn => ({
  ...checkIn,
  status: "booked",
  event,
  offered: [],
  version: checkIn.version + 1,
});

/** The check-in when its slot was taken before it reached the calendars: new times are wanted, and nothing stands in a calendar. */
export const loseSlot = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  status: "needs-you",
  slot: null,
  bookingId: null,
  offered: [],
  version: checkIn.version + 1,
});

/** The check-in once the event stands at the hour it was moved to. Whoever moved it wants it: what somebody declined before is asked anew. */
export const recordMove = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  status: "booked",
  slot: checkIn.move?.slot ?? checkIn.slot,
  minutes: checkIn.move ? minutesOf(checkIn.move.slot) : checkIn.minutes,
  move: null,
  offered: [],
  declined: [],
  version: checkIn.version + 1,
});

/** The check-in when the hour it was to move to is gone: it stays where it is. */
export const loseMove = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  status: checkIn.declined.length > 0 ? "needs-you" : "booked",
  move: null,
  offered: [],
  version: checkIn.version + 1,
});

/**
 * A cancelled check-in of which nothing stands in any calendar any more. One that never stood there loses its slot too. Outlook brings the note
 * to everyone but the organiser: where somebody else cancelled, it waits until the organiser was told.
 */
export const clearCalendar = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  slot: checkIn.event ? checkIn.slot : null,
  bookingId: null,
  event: null,
  cancelNote: checkIn.event && checkIn.settledBy !== checkIn.event.organiser ? checkIn.cancelNote : null,
  version: checkIn.version + 1,
});

/** The check-in once the note that went with its cancellation was delivered. */
export const forgetNote = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  cancelNote: null,
  version: checkIn.version + 1,
});

/**
 * The check-in after one of the pair said, once it had begun, whether the pair met. The first answer stands, except that "we met" from either
 * makes it held: to meet needs no agreement about it. Saying the same again changes nothing. `now` is in epoch milliseconds.
 */
export function answerCheckIn(
  checkIn: CheckIn,
  met: boolean,
  by: PersonId,
  now: number,
): Result<CheckIn, BookingRefusal> {
  if (isInCalendars(checkIn) && checkIn.slot && epoch(checkIn.slot.startsAt) > now) return refuse("not-booked");
  return settle(checkIn, met ? "held" : "missed", by);
}

/** The check-in as held, whenever the session took place. */
export const holdCheckIn = (checkIn: CheckIn, by: PersonId): Result<CheckIn, BookingRefusal> =>
  settle(checkIn, "held", by);

function settle(checkIn: CheckIn, status: "held" | "missed", by: PersonId): Result<CheckIn, BookingRefusal> {
  if (checkIn.status === status) return done(checkIn);
  if (checkIn.status === "held" || checkIn.status === "cancelled") return over();
  if (checkIn.status === "missed" && checkIn.settledBy === null) return over();
  if (checkIn.status !== "missed" && !isInCalendars(checkIn)) return refuse("not-booked");
  return done({ ...checkIn, status, settledBy: by, move: null, offered: [], version: checkIn.version + 1 });
}

/** How long a slot lasts, in minutes. */
export const minutesOf = ({ startsAt, endsAt }: Slot): number => Math.round((epoch(endsAt) - epoch(startsAt)) / 60_000);

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
