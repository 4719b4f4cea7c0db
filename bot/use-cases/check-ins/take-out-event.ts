import { clearCalendar } from "../../../shared/domain/booking.ts";
import type { CalendarEvent, CheckIn } from "../../../shared/domain/check-in.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { CalendarAway, CalendarRefused } from "../../ports/calendar.ts";
import type { Records } from "../../ports.ts";
import { bookingOf } from "./booking-of.ts";
import { type Settled, settle, type Writing, type WritingDeps } from "./settle.ts";

/** Until when after a try to make an event its lost answer may still turn out to have made one, in seconds: longer than any call lasts. */
export const lateAnswerSeconds = 12;

/**
 * Takes a cancelled check-in out of every calendar: its event, or the one that its booking may have made on the way.
 *
 * @returns whether that is certain now. Where a booking was overtaken and has left no event, it is looked for once more a little later.
 * @throws CalendarAway, NotConnected
 */
export async function takeOutEvent(deps: WritingDeps, writing: Writing): Promise<boolean> {
  const { calendar, onStep } = deps;
  const { checkIn, circumstances } = writing;
  const booking = bookingOf(checkIn, circumstances);
  const event = checkIn.event ?? (booking && (await calendar.findBooking(booking)));
  await onStep("looked-for-event", checkIn.id);
  if (event) {
    await cancel(deps, event, circumstances.pair.members, checkIn.cancelNote);
    await onStep("event-cancelled", checkIn.id);
  }
  let isCertain = true;
  await settle(deps, writing, async (records, current) => {
    const told = (await records.news.ofCheckIn(checkIn.id)).some((one) => one.kind === "cancelled");
    isCertain = event !== null || told;
    if (!isCertain) await lookAgain(deps, records, writing);
    return recorded(current, event, isCertain, told);
  });
  await onStep("cancel-recorded", checkIn.id);
  return isCertain;
}

const recorded = (current: CheckIn, event: CalendarEvent | null, isCertain: boolean, told: boolean): Settled => ({
  checkIn: isCertain ? clearCalendar({ ...current, event: current.event && event }) : current,
  news: told ? [] : [{ kind: "cancelled", by: current.settledBy, was: current.event ? current.slot : null }],
});

const lookAgain = ({ clock }: WritingDeps, records: Records, { tenantId, checkIn }: Writing): Promise<void> =>
  records.queue(
    { name: "write-to-calendar", tenantId, checkInId: checkIn.id },
    { once: `again:${checkIn.bookingId}`, at: clock.now().add({ seconds: lateAnswerSeconds }) },
  );

/** Cancels it for everybody. Where the organiser's mailbox is no more nobody can: then the others' copies are taken out one by one. */
async function cancel(
  { calendar }: WritingDeps,
  event: CalendarEvent,
  members: readonly PersonId[],
  note: string | null,
): Promise<void> {
  try {
    await calendar.cancelEvent(event, note);
  } catch (problem) {
    if (!(problem instanceof CalendarRefused)) throw problem;
    const { organiser, others } = await calendar.readTruth(event, members);
    if (organiser !== "no-mailbox")
      throw new CalendarAway("Outlook doesn't let this event be cancelled.", { cause: problem });
    for (const [person, copy] of Object.entries(others))
      if (typeof copy === "object") await calendar.removeCopy(person, copy.eventId);
  }
}
