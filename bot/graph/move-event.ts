import type { Event } from "@microsoft/microsoft-graph-types";
import type { z } from "zod";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import type { Slot } from "../../shared/domain/slots/slot.ts";
import { CalendarAway } from "../ports/calendar.ts";
import { eventPath, isUnknownZone, standingEvent, standingFields, timesOf } from "./event.ts";
import { isConflict, isNoMailbox, isNoSuchEvent } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { wallTimes } from "./times.ts";
import { windowsZone } from "./zones.ts";

type Standing = z.infer<typeof standingEvent>;

/** From where to where, and in which IANA zone it is written. */
export interface EventChange {
  readonly from: Slot;
  readonly to: Slot;
  readonly timeZone: string;
}

type Moved = "moved" | "elsewhere" | "gone";

/**
 * Puts the event at another hour, by its times alone: a change of anything else could cost the Teams link, or tell people what they know.
 * It is changed only as it was last seen, so that what somebody does in Outlook at the same moment is never overwritten.
 */
export async function moveEvent(graph: Graph, event: CalendarEvent, change: EventChange): Promise<Moved> {
  const before = await look(graph, event);
  const place = placeOf(before, change);
  if (!before || place === "gone") return "gone";
  if (place !== "from") return place === "to" ? "moved" : "elsewhere";
  try {
    await patch(graph, event, before, change);
    return "moved";
  } catch (error) {
    if (isNoSuchEvent(error)) return "gone";
    if (!isConflict(error)) throw error;
    // A change whose answer was lost, sent again, comes too late after itself.
    if (placeOf(await look(graph, event), change) === "to") return "moved";
    throw new CalendarAway("Outlook was changing this event.", { cause: error });
  }
}

/** The event where it stands, or `null` when it is gone or called off. */
async function look(graph: Graph, { organiser, eventId }: CalendarEvent): Promise<Standing | null> {
  const path = `${eventPath(organiser, eventId)}?${standingFields}`;
  try {
    const found = await graph.get({ operation: "look-at-event", path, answer: standingEvent });
    return found.isCancelled === true ? null : found;
  } catch (error) {
    if (isNoSuchEvent(error) || isNoMailbox(error)) return null;
    throw error;
  }
}

function placeOf(found: Standing | null, { from, to }: EventChange): "from" | "to" | "elsewhere" | "gone" {
  if (!found) return "gone";
  const times = timesOf(found);
  if (times && isAt(times, to)) return "to";
  return times && isAt(times, from) ? "from" : "elsewhere";
}

const isAt = (times: Pick<Slot, "startsAt" | "endsAt">, slot: Slot): boolean =>
  epoch(times.startsAt) === epoch(slot.startsAt) && epoch(times.endsAt) === epoch(slot.endsAt);

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;

async function patch(
  graph: Graph,
  { organiser, eventId }: CalendarEvent,
  before: Standing,
  { to, timeZone }: EventChange,
): Promise<Standing> {
  const send = (zoneName: string) => {
    const body: Event = wallTimes(to, timeZone, zoneName);
    const etag = before["@odata.etag"];
    const path = eventPath(organiser, eventId);
    return graph.patch({ operation: "move-event", path, body, etag, answer: standingEvent });
  };
  try {
    return await send(timeZone);
  } catch (error) {
    const other = windowsZone(timeZone);
    if (!isUnknownZone(error) || other === null) throw error;
    return send(other);
  }
}
