import type { PersonId } from "../person.ts";

/** Half-open, in epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Why a time is taken. All of them are: a free hour is the only one that can be offered. */
export const busyStatuses = ["tentative", "busy", "out-of-office", "holiday", "unknown"] as const;
export type BusyStatus = (typeof busyStatuses)[number];

export interface BusyTime extends Interval {
  readonly status: BusyStatus;
}

/** When a custom zone's clocks change: on the `week`th (1 to 4, 5 = last) `weekday` (ISO, 7 = Sunday) of `month`, every year. */
export interface ClockChange {
  readonly month: number;
  readonly week: number;
  readonly weekday: number;
  /** Wall-clock "HH:MM" in the time that ends then. */
  readonly at: string;
}

/** A zone that a mailbox made up itself, with its own daylight rules. Offsets from UTC in minutes, east positive. */
export interface CustomZone {
  readonly standardOffset: number;
  readonly daylightOffset: number;
  /** When standard and daylight time begin; `null` where the clocks never change. */
  readonly changes: { readonly toStandard: ClockChange; readonly toDaylight: ClockChange } | null;
}

/**
 * When a person usually works: ISO weekdays (1 = Monday) and local wall-clock hours, "HH:MM". A shift that ends at or before its start ends on
 * the following day, and belongs to the day on which it began. "24:00" is the end of a day.
 */
export interface WorkingHours {
  /** IANA name, or the rules of a custom zone. */
  readonly zone: string | CustomZone;
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** What a calendar says of a person. `busy` is `null` when it couldn't be read: unknown is never free. */
export interface Availability {
  readonly person: PersonId;
  readonly hours: WorkingHours;
  readonly busy: readonly BusyTime[] | null;
  /** Hours inside the working day that the person likes best, local "HH:MM". */
  readonly preferred?: { readonly from: string; readonly to: string };
}
