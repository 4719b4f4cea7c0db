import type { Event } from "@microsoft/microsoft-graph-types";
import type { Booking } from "../ports/calendar.ts";
import type { Address } from "./people.ts";
import { wallTimes } from "./times.ts";

/** Teams links are asked for by name: `isOnlineMeeting` alone takes whatever the calendar's default is. */
const teamsMeeting = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" } as const satisfies Event;

/** What goes into the calendars but its times: private, titled "Check-in", saying nothing of the programme, with a Teams link where allowed. */
export interface BookingContent {
  readonly booking: Booking;
  readonly attendees: readonly Address[];
  readonly hasTeams: boolean;
}

/**
 * The event as Graph takes it, in the organiser's own zone: one anchored in UTC would shift with the clocks.
 *
 * @param zoneName - what Outlook is to know the zone by.
 */
export function eventFrom({ booking, attendees, hasTeams }: BookingContent, zoneName: string): Event {
  return {
    subject: "Check-in",
    sensitivity: "private",
    showAs: "busy",
    responseRequested: true,
    attendees: attendees.map(({ name, address }) => ({ emailAddress: { name, address }, type: "required" })),
    transactionId: booking.bookingId,
    ...(hasTeams ? teamsMeeting : {}),
    ...wallTimes(booking.slot, booking.timeZone, zoneName),
  };
}

/** Everyone who is invited: the organiser is there without. */
export const invited = ({ attendees, organiser }: Booking): Booking["attendees"] =>
  attendees.filter((person) => person !== organiser);
