import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answer, contextOf, rootOf } from "../answers.ts";
import { badRequest, itemNotFound } from "../errors.ts";
import type { CalendarEvent } from "../events/event.ts";
import { eventShape } from "../events/event-shape.ts";
import { occurrencesIn, type Span } from "../events/series.ts";
import { readFilter } from "../filter.ts";
import { ordered, type QueryOptions, queryOptions, requireOptions, selected, selection } from "../odata.ts";
import { nextLink, pageOf } from "../paging.ts";
import { readsBodies } from "../permissions.ts";
import { readPreferences } from "../prefer.ts";
import { callerOf, personOf } from "../request-context.ts";
import { eventsIn, eventsOf, findEvent } from "../store/events.ts";
import { epochOf } from "../times.ts";
import type { World } from "../world.ts";

/** The names that `$select` may use. */
export const eventProperties = [
  ...[
    "id",
    "createdDateTime",
    "lastModifiedDateTime",
    "changeKey",
    "categories",
    "transactionId",
    "originalStartTimeZone",
  ],
  ...[
    "originalEndTimeZone",
    "iCalUId",
    "reminderMinutesBeforeStart",
    "isReminderOn",
    "hasAttachments",
    "subject",
    "body",
  ],
  ...[
    "bodyPreview",
    "importance",
    "sensitivity",
    "isAllDay",
    "isCancelled",
    "isOrganizer",
    "responseRequested",
    "showAs",
  ],
  ...[
    "seriesMasterId",
    "type",
    "webLink",
    "onlineMeetingUrl",
    "isOnlineMeeting",
    "onlineMeetingProvider",
    "onlineMeeting",
  ],
  ...["isDraft", "hideAttendees", "allowNewTimeProposals", "recurrence", "responseStatus", "start", "end", "location"],
  ...["locations", "attendees", "organizer"],
];

const filterable = [
  ...["start/dateTime", "end/dateTime", "subject", "iCalUId", "isCancelled", "isOrganizer", "isAllDay", "showAs"],
  ...["sensitivity", "type", "lastModifiedDateTime", "createdDateTime"],
];

const sortable = ["start/dateTime", "end/dateTime", "subject", "lastModifiedDateTime", "createdDateTime"];
const listOptions = ["select", "filter", "top", "skip", "orderby", "count"];
const read = { config: { operation: "readCalendars" } } as const;

/** A mailbox's events as a list, and as the view of a span of time; ten to a page unless `$top` says otherwise. */
export function addEventListRoutes(app: FastifyInstance, world: World, root: string): void {
  for (const calendar of [root, `${root}/calendar`]) {
    app.get(`${calendar}/events`, read, async (request, reply) => {
      const options = queryOptions(request.url);
      requireOptions(options, listOptions);
      return listEvents(request, reply, options, await eventsOf(world.pool, [personOf(request).oid]));
    });
    app.get(`${calendar}/calendarView`, read, async (request, reply) => {
      const options = queryOptions(request.url);
      requireOptions(options, [...listOptions, "startdatetime", "enddatetime"]);
      return listEvents(request, reply, options, await eventsIn(world.pool, [personOf(request).oid], spanOf(options)));
    });
  }
  app.get(`${root}/events/:event/instances`, read, async (request, reply) => {
    const options = queryOptions(request.url);
    requireOptions(options, [...listOptions, "startdatetime", "enddatetime"]);
    const span = spanOf(options);
    const { event: id } = request.params as { event: string };
    const master = await findEvent(world.pool, personOf(request).oid, id);
    if (!master) throw itemNotFound();
    return listEvents(request, reply, options, occurrencesIn(master, span));
  });
}

/** The bounds of a calendar view, end excluded: with an offset or in UTC; the preferred zone doesn't touch them. */
export function spanOf(options: QueryOptions): Span {
  const [from, to] = [options.get("startdatetime"), options.get("enddatetime")];
  if (!from || !to) {
    const sentence = "This request requires a time window specified by the query string parameters";
    throw badRequest(`${sentence} StartDateTime and EndDateTime.`, "ErrorInvalidParameter");
  }
  const span = { from: boundAt(from), to: boundAt(to) };
  if (span.to <= span.from) throw badRequest("EndDateTime is not after StartDateTime.", "ErrorInvalidParameter");
  return span;
}

const boundForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?)?(Z|[+-]\d\d:\d\d)?$/i;

function boundAt(text: string): Date {
  const invalid = () => badRequest(`The value '${text}' of a bound is not a date and time.`, "ErrorInvalidParameter");
  if (!boundForm.test(text)) throw invalid();
  const hasOffset = /T.*(Z|[+-]\d\d:\d\d)$/i.test(text);
  try {
    return new Date(hasOffset ? Date.parse(text) : epochOf({ local: text.replace(/z$/i, ""), zone: "Etc/UTC" }));
  } catch {
    throw invalid();
  }
}

function listEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  options: QueryOptions,
  events: readonly CalendarEvent[],
): FastifyReply {
  const prefer = readPreferences(request.headers.prefer);
  const names = selection(options, "event", eventProperties);
  const bodies = readsBodies(callerOf(request));
  const page = pageOf(options, { usual: prefer.maxPageSize ?? 10, most: 1000 });
  const [filter, orderBy] = [options.get("filter"), options.get("orderby")];
  const shape = (event: CalendarEvent) => eventShape(event, prefer, bodies);
  const found = filter || orderBy ? arranged(events.map(shape), filter, orderBy) : events;
  const part = found.slice(page.skip, page.skip + page.top).map((one) => ("content" in one ? shape(one) : one));
  const address = `${rootOf(request).replace(/\/v1\.0$/, "")}${request.url}`;
  if (prefer.applied) reply.header("preference-applied", prefer.applied);
  return answer(reply, 200, {
    "@odata.context": contextOf(request, `users('${personOf(request).oid}')/events`),
    ...(options.get("count") === "true" ? { "@odata.count": found.length } : {}),
    value: part.map((one) => selected(one, names)),
    ...(found.length > page.skip + page.top ? { "@odata.nextLink": nextLink(address, page, "skip") } : {}),
  });
}

function arranged<T>(shapes: readonly T[], filter: string | undefined, orderBy: string | undefined): readonly T[] {
  const kept = filter ? shapes.filter(readFilter(filter, filterable)) : shapes;
  return ordered(kept, orderBy, sortable);
}
