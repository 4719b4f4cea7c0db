import type { Calendar } from "../ports.ts";
import { readAvailability } from "./availability.ts";
import { createEvent, findBooking } from "./booking.ts";
import { type GraphOptions, openGraph } from "./graph.ts";
import { keepAddresses } from "./people.ts";

/** Outlook's calendars through Microsoft Graph, by the application's own permission. */
export function openCalendar(options: GraphOptions): Calendar {
  const graph = openGraph(options);
  const addresses = keepAddresses(graph, options.now);
  return {
    availability: (people, window) => readAvailability(graph, addresses, people, window),
    findBooking: (booking) => findBooking(graph, booking),
    createEvent: (booking) => createEvent(graph, addresses, booking),
  };
}
