import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Interval } from "../../shared/domain/slots/availability.ts";
import { CalendarAway } from "../ports/calendar.ts";
import type { MailboxChanges, Mailboxes, Subscription } from "../ports/mailboxes.ts";
import { RefusedByGraph } from "./failure.ts";
import { type Graph, type GraphOptions, mostPages, openGraph, pathOfLink } from "./graph.ts";
import { userPath } from "./people.ts";
import { isoAt } from "./times.ts";

export interface MailboxesOptions extends GraphOptions {
  /** Where Microsoft reaches us, without a slash at its end. */
  readonly publicUrl: string;
}

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });

/** Listening to mailboxes through Microsoft Graph, each in its owner's name. */
export function openMailboxes(options: MailboxesOptions): Mailboxes {
  const graph = openGraph(options);
  return {
    subscribe: (person, clientState, until) => subscribe(graph, options.publicUrl, { person, clientState, until }),
    renew: (person, id, until) => renew(graph, person, id, until),
    unsubscribe: (person, id) => unsubscribe(graph, person, id),
    changes: (person, window, deltaLink) => readChanges(graph, person, window, deltaLink),
  };
}

/** How long Graph lets a subscription to events live: 10,080 minutes, of which we leave a few for clocks that differ. */
const longestMs = (10_080 - 5) * 60_000;

const endOf = (graph: Graph, until: Temporal.Instant): string =>
  isoAt(Math.min(until.epochMilliseconds, graph.now() + longestMs));

const pathOf = (id: string): string => `/subscriptions/${encodeURIComponent(id)}`;

interface Wish {
  readonly person: PersonId;
  readonly clientState: string;
  readonly until: Temporal.Instant;
}

async function subscribe(graph: Graph, publicUrl: string, wish: Wish): Promise<Subscription> {
  try {
    return await create(graph, publicUrl, wish);
  } catch (error) {
    if (!(error instanceof RefusedByGraph)) throw error;
    if (error.isFailedHandshake) throw new CalendarAway("Our address gave Graph no sign of life.", { cause: error });
    const { existingSubscriptionId: other } = error;
    if (error.status !== 409 || other === null) throw error;
    // One that was made when its answer was lost carries a secret that nobody has kept.
    await unsubscribe(graph, wish.person, other);
    return create(graph, publicUrl, wish);
  }
}

async function create(graph: Graph, publicUrl: string, { person, clientState, until }: Wish): Promise<Subscription> {
  const made = await graph.post({
    operation: "subscribe",
    path: "/subscriptions",
    as: person,
    repeatability: "once",
    isLong: true,
    body: {
      changeType: "created,updated,deleted",
      notificationUrl: `${publicUrl}/api/outlook/notices`,
      lifecycleNotificationUrl: `${publicUrl}/api/outlook/lifecycle`,
      resource: `${userPath(person).slice(1)}/events`,
      expirationDateTime: endOf(graph, until),
      clientState,
      latestSupportedTlsVersion: "v1_2",
    },
    answer: subscription,
  });
  return toSubscription(made);
}

const toSubscription = ({ id, expirationDateTime }: z.infer<typeof subscription>): Subscription => ({
  id,
  expiresAt: isoAt(Temporal.Instant.from(expirationDateTime).epochMilliseconds),
});

/** Sets a later end. That authorises the subscription anew as well, where Graph had asked for it. */
async function renew(
  graph: Graph,
  person: PersonId,
  id: string,
  until: Temporal.Instant,
): Promise<Subscription | null> {
  const body = { expirationDateTime: endOf(graph, until) };
  try {
    const path = pathOf(id);
    return toSubscription(await graph.patch({ operation: "renew", path, as: person, body, answer: subscription }));
  } catch (error) {
    if (isUnknown(error)) return null;
    throw error;
  }
}

async function unsubscribe(graph: Graph, person: PersonId, id: string): Promise<void> {
  try {
    await graph.remove({ operation: "unsubscribe", path: pathOf(id), as: person });
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
}

const isUnknown = (error: unknown): boolean => error instanceof RefusedByGraph && [404, 410].includes(error.status);

const change = z.object({ id: z.string(), iCalUId: z.string().nullish(), "@removed": z.unknown().optional() });
const changes = z.object({
  value: z.array(change),
  "@odata.nextLink": z.string().optional(),
  "@odata.deltaLink": z.string().optional(),
});

const perPage = 200;

async function readChanges(
  graph: Graph,
  person: PersonId,
  { start, end }: Interval,
  deltaLink: string | null,
): Promise<MailboxChanges | "lost"> {
  const first = `${userPath(person)}/calendarView/delta?startDateTime=${isoAt(start)}&endDateTime=${isoAt(end)}`;
  try {
    return await followLinks(graph, person, deltaLink === null ? first : pathOfLink(deltaLink));
  } catch (error) {
    if (isForgotten(error)) return "lost";
    throw error;
  }
}

/** The latest word on each event, however many pages tell of it. */
async function followLinks(graph: Graph, person: PersonId, start: string): Promise<MailboxChanges> {
  const found = new Map<string, MailboxChanges["changed"][number]>();
  let path = start;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const prefer = `odata.maxpagesize=${perPage}`;
    const page = await graph.get({ operation: "read-changes", path, as: person, prefer, answer: changes });
    for (const { id, iCalUId, "@removed": removed } of page.value)
      found.set(id, { eventId: id, iCalUId: removed === undefined ? (iCalUId ?? null) : null });
    const { "@odata.nextLink": next, "@odata.deltaLink": last } = page;
    if (last !== undefined) return { changed: [...found.values()], deltaLink: pathOfLink(last) };
    if (next === undefined) break;
    path = pathOfLink(next);
  }
  throw new CalendarAway("Outlook told changes without an end.");
}

const lostReasons: ReadonlySet<string> = new Set(["SyncStateNotFound", "SyncStateInvalid", "resyncRequired"]);

const isForgotten = (error: unknown): boolean =>
  error instanceof RefusedByGraph && (error.status === 410 || lostReasons.has(error.reason));
