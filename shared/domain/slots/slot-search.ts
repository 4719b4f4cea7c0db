import type { PersonId } from "../person.ts";
import type { Availability, Interval } from "./availability.ts";
import type { Slot } from "./slot.ts";

/** What times are looked for. */
export interface SlotSearch {
  /** Two to nine. */
  readonly people: readonly Availability[];
  /** As `isPossibleLength` allows. */
  readonly minutes: number;
  readonly window: Interval;
  /** Who bore the last uncomfortable hour; the next one falls to another. */
  readonly lastStretched: PersonId | null;
  /** Nothing starts before this moment (epoch milliseconds): how much notice people have. */
  readonly notBefore?: number;
  /** Kept free before and after what is in a calendar, in minutes. */
  readonly bufferMinutes?: number;
  /** Starts (ISO instants) not to offer again while there are others; nor times that overlap theirs, while others are as good. */
  readonly besides?: readonly string[];
  /** The check-in's own hour, which is no reason against moving it a little: in each calendar one busy time of exactly this length. */
  readonly ignoring?: Interval;
  /** Until when the calendars were read (epoch milliseconds), where that is later than the window's end. */
  readonly calendarsReadUntil?: number;
}

/**
 * Why there is no time to offer.
 *
 * - `calendar-unreadable`: of somebody nothing is known.
 * - `no-hour-in-common`: working days that never meet, not even where one of them is stretched.
 * - `only-the-same-person-again`: they meet only where the day of whoever bore the last uncomfortable hour is stretched.
 * - `all-common-hours-taken`: there are hours, and something is in each.
 */
export type NoSlotReason =
  | "calendar-unreadable"
  | "no-hour-in-common"
  | "only-the-same-person-again"
  | "all-common-hours-taken";

export type SlotAnswer =
  | { readonly ok: true; readonly slots: readonly Slot[] }
  | {
      readonly ok: false;
      readonly reason: NoSlotReason;
      readonly unreadable: readonly PersonId[];
      readonly openings: readonly Opening[];
    };

/**
 * What would open a time: a shorter check-in, a later window, or hours that only the one who bore the last such hour could bear.
 *
 * A later time (epoch milliseconds) is the first that is free where calendars were read, and the first by working hours beyond: then it may
 * turn out to be taken, and the calendars are to be read before it is offered.
 */
export type Opening =
  | { readonly kind: "shorter"; readonly minutes: number }
  | { readonly kind: "later"; readonly from: number }
  | { readonly kind: "same-person-again"; readonly person: PersonId };

/** How many times are offered, the grid they start on, and the outermost hours on a working day for an uncomfortable one. */
export const slotRules = {
  offered: 3,
  gridMinutes: 15,
  earliest: "07:00",
  latest: "21:00",
  leastPeople: 2,
  mostPeople: 9,
} as const;
