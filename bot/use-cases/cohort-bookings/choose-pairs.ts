import { chooseSlot } from "../../../shared/domain/booking.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { PairBooking, PairBookingReason } from "../../../shared/domain/cohort-booking.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import type { Booking } from "../../ports/calendar.ts";
import type { Records } from "../../ports.ts";
import { bookingOf } from "../check-ins/booking-of.ts";
import { type Circumstances, circumstancesOf } from "../check-ins/circumstances.ts";
import { wantCheckIn } from "../check-ins/want-check-in.ts";
import type { CohortBookingDeps, CohortShift } from "./book-cohort.ts";
import { wishToTakeOn } from "./first-check-in.ts";

/** A pair whose booking is kept and on its way into the calendars. */
export interface Chosen {
  readonly row: PairBooking;
  readonly checkIn: CheckIn;
  /** The pair's own wish that the booking took further; `null` where there was none. */
  readonly wish: CheckIn | null;
  readonly booking: Booking;
}

/**
 * Keeps a booking for each of the next pairs. A pair that came to have a check-in by itself is left alone; of two pairs that would need the
 * same person at once the second is let go.
 *
 * @returns how many pairs were looked at, and those that are to be booked.
 */
export async function choosePairs(
  records: Records,
  deps: CohortBookingDeps,
  { cohortBookingId }: CohortShift,
  most: number,
): Promise<{ readonly looked: number; readonly chosen: readonly Chosen[] }> {
  const rows = await records.cohortBookings.takePairs(cohortBookingId, "can", most);
  const chosen: Chosen[] = [];
  const left: PairBooking[] = [];
  for (const row of rows) {
    const circumstances = await circumstancesOf(records, row.pairId);
    const isTaken = row.slot !== null && chosen.some((other) => collide(other.booking, row.slot, circumstances));
    const one = isTaken ? "time-was-taken" : await choose(records, deps, row, circumstances);
    if (typeof one === "string") left.push({ ...row, status: "cannot", reason: one, slot: null });
    else chosen.push(one);
  }
  await records.cohortBookings.savePairs([...left, ...chosen.map(({ row }) => row)]);
  return { looked: rows.length, chosen };
}

async function choose(
  records: Records,
  { clock, newId }: CohortBookingDeps,
  row: PairBooking,
  circumstances: Circumstances | null,
): Promise<Chosen | PairBookingReason> {
  const wish = circumstances ? wishToTakeOn(circumstances.history) : "theirs";
  if (!circumstances || wish === "theirs" || !row.slot) return "already-booked";
  const asked = { ...(wish ?? wantCheckIn(newId(), circumstances)), offered: [row.slot] };
  const now = clock.now().epochMilliseconds;
  const decided = chooseSlot(asked, row.slot.startsAt, asked.booker, { id: newId(), now });
  if (!decided.ok) return "time-was-taken";
  // A new check-in is saved for the first time, whatever was decided about it before.
  const checkIn = wish ? decided.value : { ...decided.value, version: asked.version };
  const booking = bookingOf(checkIn, circumstances);
  if (!booking || !(await records.checkIns.save(checkIn))) return "already-booked";
  return { row: { ...row, status: "booking", checkInId: checkIn.id }, checkIn, wish, booking };
}

/** Everybody whom a booking puts something into the calendar of. */
export const peopleIn = ({ organiser, attendees }: Booking): readonly PersonId[] => [organiser, ...attendees];

const collide = (other: Booking, slot: Slot | null, circumstances: Circumstances | null): boolean =>
  slot !== null &&
  epoch(slot.startsAt) < epoch(other.slot.endsAt) &&
  epoch(other.slot.startsAt) < epoch(slot.endsAt) &&
  peopleIn(other).some((person) => circumstances?.pair.members.includes(person));

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
