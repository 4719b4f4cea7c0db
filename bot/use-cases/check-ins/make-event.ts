import { loseSlot, recordBooking } from "../../../shared/domain/booking.ts";
import type { CalendarEvent } from "../../../shared/domain/check-in.ts";
import type { NewsDraft } from "../../../shared/domain/news.ts";
import { isStillFree } from "../../../shared/domain/slots/find-slots.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import { type Booking, CalendarAway, CalendarRefused } from "../../ports/calendar.ts";
import { intervalOf } from "./look-for-slots.ts";
import { queueAfterBooking } from "./queue-after-booking.ts";
import { settle, type Writing, type WritingDeps } from "./settle.ts";

/**
 * Puts a chosen slot into every calendar, once: it first looks for the event that a lost answer may have made, and makes it only when there is
 * none and the hour is still free.
 *
 * @throws CalendarAway, NotConnected
 */
export async function makeEvent(deps: WritingDeps, writing: Writing, booking: Booking): Promise<void> {
  const { id } = writing.checkIn;
  const made = await eventFor(deps, writing, booking);
  await settle(deps, writing, async (records, current) => {
    if (typeof made === "string") return { checkIn: loseSlot(current), news: notBooked[made](booking.slot) };
    const booked = recordBooking(current, made);
    await queueAfterBooking(records, writing.tenantId, booked, writing.circumstances.pair.members, deps.clock.now());
    return { checkIn: booked, news: [] };
  });
  await deps.onStep("booking-recorded", id);
}

const notBooked: Readonly<Record<"taken" | "refused", (was: Slot) => readonly NewsDraft[]>> = {
  taken: (was) => [{ kind: "slot-lost", by: null, was }],
  refused: (was) => [{ kind: "cannot-book", by: null, was }],
};

async function eventFor(
  { calendar, clock, onStep }: WritingDeps,
  { checkIn: { id } }: Writing,
  booking: Booking,
): Promise<CalendarEvent | "taken" | "refused"> {
  try {
    const found = await calendar.findBooking(booking);
    await onStep("looked-for-event", id);
    if (found) return found;
    // What takes the hour may be this very event, which came only after the first look.
    if (hasBegun(booking.slot, clock.now()) || !(await isFree({ calendar }, booking)))
      return (await calendar.findBooking(booking)) ?? "taken";
    const made = await calendar.createEvent(booking);
    await onStep("event-created", id);
    return made;
  } catch (problem) {
    if (problem instanceof CalendarRefused) return "refused";
    throw problem;
  }
}

async function isFree({ calendar }: Pick<WritingDeps, "calendar">, booking: Booking): Promise<boolean> {
  const people = await calendar.availability([booking.organiser, ...booking.attendees], intervalOf(booking.slot));
  if (people.some((one) => one.busy === null)) throw new CalendarAway("A calendar can't be read just now.");
  return isStillFree(people, booking.slot);
}

const hasBegun = ({ startsAt }: Slot, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) <= 0;
