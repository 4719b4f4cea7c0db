import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import type { OutlookTruth } from "../../shared/domain/outlook-truth.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Availability, Interval } from "../../shared/domain/slots/availability.ts";
import type { Slot } from "../../shared/domain/slots/slot.ts";

/** Outlook, through Microsoft Graph. Every method may throw CalendarAway and CalendarRefused, and NotConnected where people connect their own. */
export interface Calendar {
  /** Free and busy times in the window; `busy: null` for each person whose calendar couldn't be read. */
  readonly availability: (people: readonly PersonId[], window: Interval) => Promise<readonly Availability[]>;
  /** The event this booking has already made, however the answer to its making was lost. */
  readonly findBooking: (booking: Booking) => Promise<CalendarEvent | null>;
  /** Makes the event with its Teams meeting; asked again with the same `bookingId` it answers the same event. */
  readonly createEvent: (booking: Booking) => Promise<CalendarEvent>;
  /** The same for up to 20 bookings of different organisers in one request, in their order, each with an outcome of its own. */
  readonly createEvents: (bookings: readonly Booking[]) => Promise<readonly BookingOutcome[]>;
  /** What every mailbox of the pair says of the event now. */
  readonly readTruth: (event: CalendarEvent, members: readonly PersonId[]) => Promise<OutlookTruth>;
  /**
   * Puts the event at another hour or length, leaving everything else as it is. Asked again it changes nothing more.
   *
   * @returns "elsewhere" when somebody moved it in Outlook meanwhile, to neither `from` nor `to`: that stands.
   */
  readonly moveEvent: (
    event: CalendarEvent,
    change: { readonly from: Slot; readonly to: Slot; readonly timeZone: string },
  ) => Promise<"moved" | "elsewhere" | "gone">;
  /** Cancels the event for everybody, with a note in the organiser's name. One that is gone is cancelled already. */
  readonly cancelEvent: (event: CalendarEvent, note: string | null) => Promise<void>;
  /** Takes a copy whose organiser is no more out of one mailbox. */
  readonly removeCopy: (person: PersonId, eventId: string) => Promise<void>;
}

/** What became of one of many bookings; "unsure" when it is to be tried again by itself. */
export type BookingOutcome =
  | { readonly kind: "made"; readonly event: CalendarEvent }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unsure" };

/** What goes into both calendars. */
export interface Booking {
  readonly bookingId: string;
  readonly organiser: PersonId;
  readonly attendees: readonly PersonId[];
  readonly slot: Slot;
  /** IANA zone of the organiser, in which the event is written. */
  readonly timeZone: string;
}

/** Outlook can't be reached or is too busy; the same call may be made again later. */
export class CalendarAway extends Error {
  override readonly name = "CalendarAway";
}

/** Outlook refused, and asking again won't help. `reason` is Graph's code. */
export class CalendarRefused extends Error {
  override readonly name = "CalendarRefused";
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** This person has not connected a calendar, or Entra took the connection back: only the person can mend that. */
export class NotConnected extends Error {
  override readonly name = "NotConnected";
  readonly personId: PersonId;
  constructor(personId: PersonId) {
    super("This calendar is not connected.");
    this.personId = personId;
  }
}
