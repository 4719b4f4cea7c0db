import { z } from "zod";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import { type Booking, CalendarAway, CalendarRefused } from "../ports/calendar.ts";
import { type BookingContent, eventFrom, invited } from "./booking-content.ts";
import { eventFields, isUnknownZone, type OutlookEvent, outlookEvent, readEvent, settled } from "./event.ts";
import { isConflict, RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { type Addresses, userPath } from "./people.ts";
import type { TeamsLeave } from "./teams-leave.ts";
import { isoAt } from "./times.ts";
import { windowsZone } from "./zones.ts";

const events = z.object({ value: z.array(outlookEvent), "@odata.nextLink": z.string().optional() });

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

/** What bookings are made with. */
export interface BookingTools {
  readonly graph: Graph;
  readonly addresses: Addresses;
  readonly teams: TeamsLeave;
}

/**
 * Makes the event, private and with a Teams meeting where the organiser's calendar allows one. However often it is asked with one
 * `bookingId`, there is one event.
 *
 * @throws CalendarRefused when this booking was made and then moved away or called off in Outlook.
 */
export async function createEvent({ graph, addresses, teams }: BookingTools, booking: Booking): Promise<CalendarEvent> {
  const others = invited(booking);
  const known = await addresses.of(others, booking.organiser);
  const attendees = others.flatMap((person) => known.get(person) ?? []);
  if (attendees.length < others.length) throw nobodyThere();
  const hasTeams = await teams.of(booking.organiser);
  try {
    const made = await post(graph, { booking, attendees, hasTeams });
    return await settled(graph, booking.organiser, made, hasTeams);
  } catch (error) {
    if (isConflict(error)) throw new CalendarAway("Outlook was changing this calendar.", { cause: error });
    if (!(error instanceof RefusedByGraph) || !isDuplicate(error)) throw error;
    return adopt(graph, booking, error);
  }
}

export const nobodyThere = (): CalendarRefused =>
  new CalendarRefused("Request_ResourceNotFound", "One of the partners has no address in the directory.");

/** Whether Outlook says that this booking was made before, in whichever form it says so. */
export const isDuplicate = ({ reason }: RefusedByGraph): boolean => reason === "ErrorDuplicateTransactionId";

/** Sends the event. Zones that Outlook lacks go by Windows' name. */
async function post(graph: Graph, content: BookingContent): Promise<OutlookEvent> {
  const { organiser, timeZone } = content.booking;
  const send = (zoneName: string) =>
    graph.post({
      operation: "create-event",
      path: `${userPath(organiser)}/events`,
      repeatability: "idempotent",
      body: eventFrom(content, zoneName),
      answer: outlookEvent,
    });
  try {
    return await send(timeZone);
  } catch (error) {
    const other = windowsZone(timeZone);
    if (!isUnknownZone(error) || other === null) throw error;
    return send(other);
  }
}

/**
 * The event that this booking made before.
 * @throws `refusal` when it doesn't stand any more.
 */
export async function adopt(graph: Graph, booking: Booking, refusal: RefusedByGraph): Promise<CalendarEvent> {
  if (refusal.existingEventId !== null) {
    const existing = await readEvent(graph, booking.organiser, refusal.existingEventId).catch(missing);
    if (existing?.transactionId === booking.bookingId && existing.isCancelled !== true)
      return settled(graph, booking.organiser, existing, existing.isOnlineMeeting === true);
  }
  const found = await findBooking(graph, booking);
  if (!found) throw refusal;
  return found;
}

/** The event that Graph points at may have been deleted meanwhile. */
function missing(error: unknown): null {
  if (error instanceof RefusedByGraph && error.status === 404) return null;
  throw error;
}
