import {
  type CalendarEvent,
  type CheckIn,
  type CheckInId,
  loseSlot,
  recordBooking,
} from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { isStillFree, type Slot } from "../../../shared/domain/slots.ts";
import { type Booking, CalendarAway, CalendarRefused } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import { type Circumstances, circumstancesOf, partnerPeople } from "./circumstances.ts";
import type { JobOutcome } from "./offer-slots.ts";

type BookingDeps = Pick<Deps, "store" | "calendar" | "clock" | "onStep">;

export interface BookingOwed {
  readonly tenantId: TenantId;
  readonly checkInId: CheckInId;
}

/**
 * Puts a chosen slot into every calendar, once. Each step may be repeated: it first looks for the event that a lost answer may have made,
 * makes it only when there is none, and records it together with the jobs that tell the pair.
 */
export const finishBooking =
  (deps: BookingDeps) =>
  async (owed: BookingOwed): Promise<JobOutcome> => {
    const found = await deps.store.transact(job(owed.tenantId, "book-check-in"), async (records) => {
      const checkIn = await records.checkIns.find(owed.checkInId);
      const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
      return circumstances && { checkIn, circumstances };
    });
    const booking = found && bookingOf(found.checkIn, found.circumstances);
    if (!found || !booking) return "done";
    try {
      const event = await eventFor(deps, found.checkIn.id, booking);
      await settle(deps, owed, booking, event);
      return "done";
    } catch (problem) {
      if (problem instanceof CalendarAway) return "try-again";
      if (!(problem instanceof CalendarRefused)) throw problem;
      await settle(deps, owed, booking, null);
      return "done";
    }
  };

function bookingOf(checkIn: CheckIn, circumstances: Circumstances): Booking | null {
  const { status, slot, bookingId, booker } = checkIn;
  if (status !== "booking" || !slot || !bookingId) return null;
  const attendees = partnerPeople(circumstances, booker).map((one) => one.id);
  const timeZone = circumstances.people.find((one) => one.id === booker)?.timeZone ?? "UTC";
  return { bookingId, organiser: booker, attendees, slot, timeZone };
}

/** The booking's event: the one it made before, or a new one; `null` when the hour is gone. */
async function eventFor(
  { calendar, clock, onStep }: BookingDeps,
  checkInId: CheckInId,
  booking: Booking,
): Promise<CalendarEvent | null> {
  const made = await calendar.findBooking(booking);
  await onStep("looked-for-event", checkInId);
  if (made) return made;
  if (hasBegun(booking.slot, clock.now())) return null;
  const window = { start: epoch(booking.slot.startsAt), end: epoch(booking.slot.endsAt) };
  const people = await calendar.availability([booking.organiser, ...booking.attendees], window);
  if (people.some((one) => one.busy === null)) throw new CalendarAway("A calendar can't be read just now.");
  if (!isStillFree(people, booking.slot)) return null;
  const event = await calendar.createEvent(booking);
  await onStep("event-created", checkInId);
  return event;
}

/** Records what became of the booking, with the jobs that tell everyone in the pair, in one transaction. */
async function settle(
  { store, onStep }: BookingDeps,
  owed: BookingOwed,
  booking: Booking,
  event: CalendarEvent | null,
): Promise<void> {
  await store.transact(job(owed.tenantId, "book-check-in"), async (records) => {
    const current = await records.checkIns.findForChange(owed.checkInId);
    if (current?.status !== "booking" || current.bookingId !== booking.bookingId) return;
    await records.checkIns.save(event ? recordBooking(current, event) : loseSlot(current));
    for (const personId of [booking.organiser, ...booking.attendees])
      await records.queue(
        { name: "tell-booking", tenantId: owed.tenantId, checkInId: owed.checkInId, personId },
        { once: `${booking.bookingId}:${personId}` },
      );
  });
  await onStep("booking-recorded", owed.checkInId);
}

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const hasBegun = (slot: Slot, now: Temporal.Instant) => epoch(slot.startsAt) <= now.epochMilliseconds;
