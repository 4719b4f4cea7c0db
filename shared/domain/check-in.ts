import type { Id } from "./id.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import type { Slot } from "./slots/slot.ts";

export type CheckInId = Id<"check-in">;

/**
 * Where a check-in stands: times were asked for; one was chosen and is on its way into the calendars; it is in both calendars; it is there and on
 * its way to another hour; it was held, or missed; it was cancelled; or it can't go on until a person decides.
 */
export const checkInStatuses = [
  "asked",
  "booking",
  "booked",
  "moving",
  "held",
  "missed",
  "cancelled",
  "needs-you",
] as const;
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

/** A change of hour or length that was decided and is not in the calendars yet. */
export interface Move {
  readonly id: string;
  readonly slot: Slot;
  readonly by: PersonId;
}

/** What became of the two favours asked of a new meeting; either may be refused by the organisation's policy. */
export const meetingFavours = ["unknown", "done", "refused"] as const;
export type MeetingFavour = (typeof meetingFavours)[number];

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
  /** The chosen slot; once booked, where Outlook has it. */
  readonly slot: Slot | null;
  /** Names this booking to Outlook, so that asking twice makes one event. `null` as soon as nothing of it stands in a calendar. */
  readonly bookingId: string | null;
  /** `null` for a booked one that is held on the spot, in a meeting that stands in no calendar. */
  readonly event: CalendarEvent | null;
  readonly move: Move | null;
  /** Who of the pair declined in Outlook, while the event still stands. */
  readonly declined: readonly PersonId[];
  /** How many people besides the pair the event invites. */
  readonly guests: number;
  /** Whether the app stands in the meeting's chat. */
  readonly appInChat: MeetingFavour;
  /** Whether recording and transcription are switched off. */
  readonly recordingOff: MeetingFavour;
  /** What the one who cancelled wants the other to read, until it was delivered. */
  readonly cancelNote: string | null;
  /** Who said whether it was held, or cancelled it here. */
  readonly settledBy: PersonId | null;
  readonly version: number;
}

/** What a check-in is before anything happened to its event. */
export const untouched = {
  move: null,
  declined: [],
  guests: 0,
  appInChat: "unknown",
  recordingOff: "unknown",
  cancelNote: null,
  settledBy: null,
} as const satisfies Partial<CheckIn>;

const finished: ReadonlySet<CheckInStatus> = new Set(["held", "missed", "cancelled"]);

/** Whether the check-in still lies ahead: wanted, on its way, or booked. */
export const isAhead = (checkIn: Pick<CheckIn, "status">): boolean => !finished.has(checkIn.status);

/** Whether it has its hour: its event stands, or may soon stand, in the calendars, or it is held on the spot. */
export const isInCalendars = ({ status, event }: Pick<CheckIn, "status" | "event">): boolean =>
  status === "booked" || status === "moving" || (status === "needs-you" && event !== null);

/** Whether it is held on the spot, in a meeting that stands in no calendar. */
export const isOnTheSpot = ({ status, event }: Pick<CheckIn, "status" | "event">): boolean =>
  status === "booked" && event === null;

/** Whether the calendars don't say yet what the pair decided: a job has to bring them there. */
export const owesCalendar = ({ status, bookingId }: Pick<CheckIn, "status" | "bookingId">): boolean =>
  status === "booking" || status === "moving" || (status === "cancelled" && bookingId !== null);

/**
 * Whether its event has ever stood in the calendars. One that was cancelled later did; one that was cancelled on its way there did not, and
 * has no slot any more once that is certain.
 */
export const reachedCalendars = (checkIn: Pick<CheckIn, "status" | "event" | "slot" | "bookingId">): boolean => {
  const { status, event, slot, bookingId } = checkIn;
  if (status === "cancelled") return event !== null || (slot !== null && bookingId === null);
  return status === "held" || status === "missed" || isInCalendars(checkIn);
};

/** Whether it stands in the calendars, is over at `now` (epoch milliseconds), and nobody has said yet whether the pair met. */
export const awaitsAnswer = (checkIn: Pick<CheckIn, "status" | "event" | "slot">, now: number): boolean =>
  isInCalendars(checkIn) &&
  checkIn.slot !== null &&
  Temporal.Instant.from(checkIn.slot.endsAt).epochMilliseconds <= now;

/** Whether it was held, or stands in the calendars and has begun by `now`, in epoch milliseconds. */
export const hasBegun = (checkIn: Pick<CheckIn, "status" | "event" | "slot">, now: number): boolean =>
  checkIn.status === "held" ||
  (isInCalendars(checkIn) &&
    checkIn.slot !== null &&
    Temporal.Instant.from(checkIn.slot.startsAt).epochMilliseconds <= now);

/** How long after its end a booked check-in still waits for somebody to say that it was held, in milliseconds. */
const graceMilliseconds = 24 * 3_600_000;

/** Whether a booked check-in ended more than a day before `now` (epoch milliseconds) and nobody said that it was held. */
export const hasLapsed = ({ status, slot, event }: Pick<CheckIn, "status" | "slot" | "event">, now: number): boolean =>
  isInCalendars({ status, event }) &&
  slot !== null &&
  Temporal.Instant.from(slot.endsAt).epochMilliseconds + graceMilliseconds <= now;

/** The check-in that stands in the way of asking for another one: the last that lies ahead and has not lapsed. */
export const aheadOf = (history: readonly CheckIn[], now: number): CheckIn | null =>
  history.findLast((checkIn) => isAhead(checkIn) && !hasLapsed(checkIn, now)) ?? null;

/** Whether the pair has gone on from one of its check-ins: a later one lies ahead or was held. `history` is oldest first. */
export const hasGoneOn = (
  { id, number }: Pick<CheckIn, "id" | "number">,
  history: readonly Pick<CheckIn, "id" | "number" | "status">[],
): boolean =>
  history
    .slice(history.findIndex((one) => one.id === id) + 1)
    .some((one) => one.number >= number && one.status !== "cancelled" && one.status !== "missed");

/** The check-in that happened last, or didn't, where one of the pair said so and the pair has not gone on since; `null` for none. */
export function answeredIn(history: readonly CheckIn[]): CheckIn | null {
  const last = history.findLast(({ status }) => status === "held" || status === "missed");
  return last && last.settledBy !== null && !hasGoneOn(last, history) ? last : null;
}

/** A lapsed check-in as missed: no turn was used up by it. */
export const missCheckIn = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  status: "missed",
  move: null,
  version: checkIn.version + 1,
});
