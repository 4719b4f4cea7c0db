import type { Id } from "./id.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import { done, type Result, refuse } from "./result.ts";
import type { Slot } from "./slots.ts";

export type CheckInId = Id<"check-in">;

/**
 * Where a check-in stands: times were asked for; one was chosen and is on its way into the calendars; it is in both calendars; it was held,
 * or missed; it was cancelled; or it can't go on until a person decides.
 */
export const checkInStatuses = ["asked", "booking", "booked", "held", "missed", "cancelled", "needs-you"] as const;
export type CheckInStatus = (typeof checkInStatuses)[number];

/** The meeting as Outlook knows it. */
export interface CalendarEvent {
  /** Whose calendar the original stands in. */
  readonly organiser: PersonId;
  /** The id in the organiser's mailbox. */
  readonly eventId: string;
  /** The same in every copy. */
  readonly iCalUId: string;
  /** Absent where the organiser's calendar allows no Teams meetings. */
  readonly joinUrl: string | null;
}

/** One planned conversation of a pair, from the wish for it to what became of it. */
export interface CheckIn {
  readonly id: CheckInId;
  readonly pairId: PairId;
  /** Counts the pair's sessions from 1. */
  readonly number: number;
  readonly status: CheckInStatus;
  readonly minutes: number;
  readonly opener: PersonId;
  /** To whom the booking fell; once a slot is chosen, who chose it. */
  readonly booker: PersonId;
  readonly offered: readonly Slot[];
  /** The chosen slot. */
  readonly slot: Slot | null;
  /** Names this booking to Outlook, so that asking twice makes one event. A new choice of slot gets a new one. */
  readonly bookingId: string | null;
  readonly event: CalendarEvent | null;
  readonly version: number;
}

/** The steps of a booking, in order. Whatever dies after any of them, the booking goes on from there and makes one event. */
export const bookingSteps = [
  "intent-stored",
  "looked-for-event",
  "event-created",
  "booking-recorded",
  "partners-told",
] as const;
export type BookingStep = (typeof bookingSteps)[number];

export type BookingRefusal = "already-booked" | "time-not-offered" | "check-in-is-over";

const finished: ReadonlySet<CheckInStatus> = new Set(["held", "missed", "cancelled"]);

/** Whether the check-in still lies ahead: wanted, on its way, or booked. */
export const isAhead = (checkIn: Pick<CheckIn, "status">): boolean => !finished.has(checkIn.status);

/** The check-in with fresh times to choose from. Only one that is not yet in the calendars takes them. */
export function offerSlots(checkIn: CheckIn, slots: readonly Slot[]): Result<CheckIn, BookingRefusal> {
  if (finished.has(checkIn.status)) return refuse("check-in-is-over");
  if (checkIn.status === "booking" || checkIn.status === "booked") return refuse("already-booked");
  return done({ ...checkIn, status: "asked", offered: slots, version: checkIn.version + 1 });
}

/** The check-in with one of the offered slots chosen, on its way into both calendars. The first choice counts; a later one is refused. */
export function chooseSlot(
  checkIn: CheckIn,
  startsAt: string,
  by: PersonId,
  bookingId: string,
): Result<CheckIn, BookingRefusal> {
  if (finished.has(checkIn.status)) return refuse("check-in-is-over");
  if (checkIn.status === "booking" || checkIn.status === "booked") return refuse("already-booked");
  const slot = checkIn.offered.find((one) => one.startsAt === startsAt);
  if (!slot) return refuse("time-not-offered");
  return done({ ...checkIn, status: "booking", slot, booker: by, bookingId, version: checkIn.version + 1 });
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

/** How long after its end a booked check-in still waits for somebody to say that it was held, in milliseconds. */
const graceMilliseconds = 24 * 3_600_000;

/** Whether a booked check-in ended more than a day before `now` (epoch milliseconds) and nobody said that it was held. */
export const hasLapsed = ({ status, slot }: Pick<CheckIn, "status" | "slot">, now: number): boolean =>
  status === "booked" &&
  slot !== null &&
  Temporal.Instant.from(slot.endsAt).epochMilliseconds + graceMilliseconds <= now;

/** The check-in that stands in the way of asking for another one: the last that lies ahead and has not lapsed. */
export const aheadOf = (history: readonly CheckIn[], now: number): CheckIn | null =>
  history.findLast((checkIn) => isAhead(checkIn) && !hasLapsed(checkIn, now)) ?? null;

/** A lapsed check-in as missed: no turn was used up by it. */
export const missCheckIn = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  status: "missed",
  version: checkIn.version + 1,
});

/** The check-in after either said "we met". Saying it twice changes nothing. */
export function holdCheckIn(checkIn: CheckIn): Result<CheckIn, BookingRefusal> {
  if (checkIn.status === "held") return done(checkIn);
  if (finished.has(checkIn.status)) return refuse("check-in-is-over");
  return done({ ...checkIn, status: "held", version: checkIn.version + 1 });
}
