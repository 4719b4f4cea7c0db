import type { CheckInId } from "./check-in.ts";
import type { CohortId } from "./cohort.ts";
import type { Id } from "./id.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import { done, type Result, refuse } from "./result.ts";
import type { Slot } from "./slots/slot.ts";

export type CohortBookingId = Id<"cohort-booking">;

/** Where a booking for a whole cohort stands: times are looked for; it waits for a yes; it runs; it rests; it is over; it is taken back; it was; it was never wanted. */
export const cohortBookingStatuses = [
  "looking",
  "ready",
  "running",
  "paused",
  "done",
  "undoing",
  "undone",
  "discarded",
] as const;
export type CohortBookingStatus = (typeof cohortBookingStatuses)[number];

/** A coordinator's booking of the first check-ins of a cohort. */
export interface CohortBooking {
  readonly id: CohortBookingId;
  readonly cohortId: CohortId;
  /** Who began it. */
  readonly by: PersonId;
  readonly status: CohortBookingStatus;
  readonly version: number;
}

/** Where one pair stands in it. */
export const pairBookingStatuses = ["looking", "can", "cannot", "booking", "booked", "undoing", "undone"] as const;
export type PairBookingStatus = (typeof pairBookingStatuses)[number];

/** Why a pair can't be booked, in a coordinator's view: nothing about anybody's calendar beyond that. */
export const pairBookingReasons = [
  "already-booked",
  "calendar-unreadable",
  "no-mailbox",
  "outside-the-organisation",
  "no-time-in-common",
  "time-was-taken",
  "outlook-refused",
  "undone-by-the-pair",
] as const;
export type PairBookingReason = (typeof pairBookingReasons)[number];

export interface PairBooking {
  readonly cohortBookingId: CohortBookingId;
  readonly pairId: PairId;
  readonly status: PairBookingStatus;
  readonly slot: Slot | null;
  readonly checkInId: CheckInId | null;
  readonly reason: PairBookingReason | null;
}

/** How many pairs stand where, for progress. */
export type CohortBookingCounts = Readonly<Record<PairBookingStatus, number>>;

/** What a coordinator may want of it. */
export const bookingSteers = ["confirm", "pause", "resume", "undo", "discard"] as const;
export type BookingSteer = (typeof bookingSteers)[number];

const ways: Readonly<
  Record<BookingSteer, { readonly from: readonly CohortBookingStatus[]; readonly to: CohortBookingStatus }>
> = {
  confirm: { from: ["ready"], to: "running" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  undo: { from: ["running", "paused", "done"], to: "undoing" },
  discard: { from: ["looking", "ready"], to: "discarded" },
};

/** The booking after a coordinator's wish. What it is already on its way to, it is told again without harm. */
export function steerBooking(
  booking: CohortBooking,
  steer: BookingSteer,
): Result<CohortBooking, "not-at-this-point-of-booking"> {
  const { from, to } = ways[steer];
  if (booking.status === to) return done(booking);
  if (!from.includes(booking.status)) return refuse("not-at-this-point-of-booking");
  return done(withStatus(booking, to));
}

/** The booking at its next status. */
export const withStatus = (booking: CohortBooking, status: CohortBookingStatus): CohortBooking => ({
  ...booking,
  status,
  version: booking.version + 1,
});

const overStatuses: ReadonlySet<CohortBookingStatus> = new Set(["done", "undone", "discarded"]);

/** Whether nothing more happens in it by itself. */
export const isBookingOver = ({ status }: Pick<CohortBooking, "status">): boolean => overStatuses.has(status);
