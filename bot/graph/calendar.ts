import type { Calendar } from "../ports/calendar.ts";
import { readAvailability } from "./availability.ts";
import { createEvent, findBooking } from "./booking.ts";
import { cancelEvent, removeCopy } from "./cancel-event.ts";
import { createEvents } from "./create-events.ts";
import { type GraphOptions, openGraph } from "./graph.ts";
import { moveEvent } from "./move-event.ts";
import { keepAddresses } from "./people.ts";
import { keepTeamsLeave } from "./teams-leave.ts";
import { readTruth } from "./truth.ts";

/** Outlook's calendars through Microsoft Graph, by whichever tokens the options bring. */
export function openCalendar(options: GraphOptions): Calendar {
  const graph = openGraph(options);
  const addresses = keepAddresses(graph);
  const tools = { graph, addresses, teams: keepTeamsLeave(graph) };
  return {
    availability: (people, window) => readAvailability(graph, addresses, people, window),
    findBooking: (booking) => findBooking(graph, booking),
    createEvent: (booking) => createEvent(tools, booking),
    createEvents: (bookings) => createEvents(tools, bookings),
    readTruth: (event, members) => readTruth(graph, addresses, event, members),
    moveEvent: (event, change) => moveEvent(graph, event, change),
    cancelEvent: (event, note) => cancelEvent(graph, event, note),
    removeCopy: (person, eventId) => removeCopy(graph, person, eventId),
  };
}
