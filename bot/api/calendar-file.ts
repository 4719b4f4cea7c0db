import ical, { ICalEventClass, ICalEventStatus } from "ical-generator";
import { type CheckIn, isInCalendars } from "../../shared/domain/check-in.ts";
import type { Slot } from "../../shared/domain/slots/slot.ts";

/** The name a browser keeps the file under. */
export const calendarFileName = "check-ins.ics";

/**
 * A person's check-ins as an iCalendar file (RFC 5545): those that stand in the calendars and those that were held, in UTC, each private and
 * titled "Check-in", without anybody's name. What Outlook knows keeps Outlook's UID, so that a calendar which holds it already shows it once.
 *
 * @param now - epoch milliseconds; when the file was made.
 */
export function calendarFile(checkIns: readonly CheckIn[], now: number): string {
  const calendar = ical({ prodId: "//Counterpoint//Check-ins//EN" });
  for (const checkIn of checkIns) {
    if (!checkIn.slot || !isWorthKeeping(checkIn)) continue;
    calendar.createEvent(eventOf(checkIn, checkIn.slot, now));
  }
  return `${calendar.toString()}\r\n`;
}

const isWorthKeeping = (checkIn: CheckIn): boolean => checkIn.status === "held" || isInCalendars(checkIn);

function eventOf(checkIn: CheckIn, { startsAt, endsAt }: Slot, now: number) {
  const url = secure(checkIn.event?.joinUrl);
  return {
    id: uidOf(checkIn),
    sequence: checkIn.version,
    stamp: new Date(now),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: "Check-in",
    class: ICalEventClass.PRIVATE,
    status: ICalEventStatus.CONFIRMED,
    ...(url ? { url } : {}),
  };
}

/** The library writes ids as they come: one with a space or line break in it would begin a line of its own. */
function uidOf({ id, event }: CheckIn): string {
  return event && /^[\x21-\x7e]{1,512}$/.test(event.iCalUId) ? event.iCalUId : `${id}@counterpoint`;
}

const secure = (url: string | null | undefined): string | null =>
  url && /^https:[\x21-\x7e]+$/.test(url) && URL.canParse(url) ? url : null;
