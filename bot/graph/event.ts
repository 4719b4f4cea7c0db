import { z } from "zod";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import { RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { userPath } from "./people.ts";
import { dateTimeTimeZone, instantOf, isoAt } from "./times.ts";

const meeting = z.object({ joinUrl: z.string().nullish() });

/** What we read of an event when we make or look for one. */
export const outlookEvent = z.object({
  id: z.string(),
  iCalUId: z.string(),
  transactionId: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: meeting.nullish(),
});

export type OutlookEvent = z.infer<typeof outlookEvent>;

export const eventFields = "$select=id,iCalUId,transactionId,isCancelled,isOnlineMeeting,onlineMeeting";

/** What we read of an event when we want to know when it is. */
export const standingEvent = z.object({
  "@odata.etag": z.string().optional(),
  id: z.string(),
  isCancelled: z.boolean().nullish(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  onlineMeeting: meeting.nullish(),
});

export const standingFields = "$select=id,isCancelled,start,end,isOnlineMeeting,onlineMeeting";

/** The path of an event in somebody's mailbox. */
export const eventPath = (person: PersonId, eventId: string): string =>
  `${userPath(person)}/events/${encodeURIComponent(eventId)}`;

export const joinUrlOf = ({ onlineMeeting }: Pick<OutlookEvent, "onlineMeeting">): string | null =>
  onlineMeeting?.joinUrl || null;

/** When an event is, as ISO instants to the second; `null` when its times can't be placed. */
export function timesOf({ start, end }: Pick<z.infer<typeof standingEvent>, "start" | "end">): {
  readonly startsAt: string;
  readonly endsAt: string;
} | null {
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === null || to === null ? null : { startsAt: isoAt(from), endsAt: isoAt(to) };
}

/** The event as we keep it; one that should have a link and came without is read once more, as Teams may be a moment behind. */
export async function settled(
  graph: Graph,
  organiser: PersonId,
  found: OutlookEvent,
  wantsLink: boolean,
): Promise<CalendarEvent> {
  const whole = wantsLink && !joinUrlOf(found) ? await readEvent(graph, organiser, found.id) : found;
  return { organiser, eventId: whole.id, iCalUId: whole.iCalUId, joinUrl: joinUrlOf(whole) };
}

export const readEvent = (graph: Graph, organiser: PersonId, id: string): Promise<OutlookEvent> =>
  graph.get({ operation: "read-event", path: `${eventPath(organiser, id)}?${eventFields}`, answer: outlookEvent });

/** Whether Outlook refused because it doesn't know the zone by this name. */
export const isUnknownZone = (error: unknown): boolean =>
  error instanceof RefusedByGraph && error.reason === "TimeZoneNotSupportedException";
