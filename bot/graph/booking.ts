import type { Event } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import { type Booking, CalendarAway, CalendarRefused } from "../ports.ts";
import { RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { type Address, type Addresses, userPath } from "./people.ts";
import { isoAt, wallTime } from "./times.ts";
import { windowsZone } from "./zones.ts";

const event = z.object({
  id: z.string(),
  iCalUId: z.string(),
  transactionId: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});

type OutlookEvent = z.infer<typeof event>;

const eventFields = "$select=id,iCalUId,transactionId,isCancelled,isOnlineMeeting,onlineMeeting";
const events = z.object({ value: z.array(event), "@odata.nextLink": z.string().optional() });
const calendar = z.object({ allowedOnlineMeetingProviders: z.array(z.string()).nullish() });

/** The event this booking has made, where it still stands within a day of its slot; `null` otherwise. */
export async function findBooking(graph: Graph, booking: Booking): Promise<CalendarEvent | null> {
  const dayMs = 86_400_000;
  const from = isoAt(Temporal.Instant.from(booking.slot.startsAt).epochMilliseconds - dayMs);
  const to = isoAt(Temporal.Instant.from(booking.slot.endsAt).epochMilliseconds + dayMs);
  const path = `${userPath(booking.organiser)}/calendarView?startDateTime=${from}&endDateTime=${to}&${eventFields}&$top=50`;
  const all = await graph.list({ operation: "find-booking", path, answer: events });
  const found = all.find((one) => one.transactionId === booking.bookingId && one.isCancelled !== true);
  return found ? settled(graph, booking.organiser, found, found.isOnlineMeeting === true) : null;
}

/**
 * Makes the event, private and with a Teams meeting where the organiser's calendar allows one. However often it is asked with one
 * `bookingId`, there is one event.
 *
 * @throws CalendarRefused when this booking was made and then moved away or called off in Outlook.
 */
export async function createEvent(graph: Graph, addresses: Addresses, booking: Booking): Promise<CalendarEvent> {
  const others = booking.attendees.filter((person) => person !== booking.organiser);
  const attendees = await Promise.all(others.map((person) => addressOf(addresses, person)));
  const hasTeams = await allowsTeams(graph, booking.organiser);
  try {
    const made = await post(graph, booking, { ...content(booking, attendees), ...(hasTeams ? teamsMeeting : {}) });
    return await settled(graph, booking.organiser, made, hasTeams);
  } catch (error) {
    if (!(error instanceof RefusedByGraph)) throw error;
    if (error.reason === "ErrorIrresolvableConflict")
      throw new CalendarAway("Outlook was changing this calendar.", { cause: error });
    if (error.reason !== "ErrorDuplicateTransactionId") throw error;
    return alreadyMade(graph, booking, error);
  }
}

/** Teams links are asked for by name: `isOnlineMeeting` alone takes whatever the calendar's default is. */
const teamsMeeting = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" } as const satisfies Event;

function content(booking: Booking, attendees: readonly Address[]): Event {
  return {
    subject: "Check-in",
    sensitivity: "private",
    showAs: "busy",
    responseRequested: true,
    attendees: attendees.map((emailAddress) => ({ emailAddress, type: "required" })),
    transactionId: booking.bookingId,
  };
}

/** Sends the event in the organiser's own zone: one anchored in UTC would shift with the clocks. Zones Outlook lacks go by Windows' name. */
async function post(graph: Graph, booking: Booking, about: Event): Promise<OutlookEvent> {
  const { slot, timeZone } = booking;
  const send = (name: string) =>
    graph.post({
      operation: "create-event",
      path: `${userPath(booking.organiser)}/events`,
      repeatability: "idempotent",
      body: { ...about, start: wallTime(slot.startsAt, timeZone, name), end: wallTime(slot.endsAt, timeZone, name) },
      answer: event,
    });
  try {
    return await send(timeZone);
  } catch (error) {
    const other = windowsZone(timeZone);
    if (!(error instanceof RefusedByGraph) || error.reason !== "TimeZoneNotSupportedException" || other === null)
      throw error;
    return send(other);
  }
}

async function addressOf(addresses: Addresses, person: PersonId): Promise<Address> {
  const found = await addresses.of(person);
  if (!found)
    throw new CalendarRefused("Request_ResourceNotFound", "One of the partners has no address in the directory.");
  return found;
}

async function allowsTeams(graph: Graph, organiser: PersonId): Promise<boolean> {
  const path = `${userPath(organiser)}/calendar?$select=allowedOnlineMeetingProviders`;
  const { allowedOnlineMeetingProviders } = await graph.get({ operation: "read-calendar", path, answer: calendar });
  return allowedOnlineMeetingProviders?.includes("teamsForBusiness") ?? false;
}

/** The event as we keep it; one that should have a link and came without is read once more, as Teams may be a moment behind. */
async function settled(
  graph: Graph,
  organiser: PersonId,
  found: OutlookEvent,
  wantsLink: boolean,
): Promise<CalendarEvent> {
  const whole = wantsLink && !found.onlineMeeting?.joinUrl ? await readEvent(graph, organiser, found.id) : found;
  return { organiser, eventId: whole.id, iCalUId: whole.iCalUId, joinUrl: whole.onlineMeeting?.joinUrl || null };
}

const readEvent = (graph: Graph, organiser: PersonId, id: string): Promise<OutlookEvent> =>
  graph.get({
    operation: "read-event",
    path: `${userPath(organiser)}/events/${encodeURIComponent(id)}?${eventFields}`,
    answer: event,
  });

async function alreadyMade(graph: Graph, booking: Booking, refusal: RefusedByGraph): Promise<CalendarEvent> {
  if (refusal.existingEventId !== null) {
    const existing = await readEvent(graph, booking.organiser, refusal.existingEventId);
    if (existing.transactionId === booking.bookingId && existing.isCancelled !== true)
      return settled(graph, booking.organiser, existing, false);
  }
  const found = await findBooking(graph, booking);
  if (!found) throw refusal;
  return found;
}
