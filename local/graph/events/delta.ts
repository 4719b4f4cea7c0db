import { z } from "zod";
import { badRequest, GraphError } from "../errors.ts";
import { type Change, changesSince, isForgotten, markNow } from "../store/changes.ts";
import type { Database } from "../store/database.ts";
import { eventsById, eventsIn } from "../store/events.ts";
import type { CalendarEvent } from "./event.ts";
import { occurrencesIn, type Span } from "./series.ts";

/**
 * Where a caller stands in following a calendar view. `since` is the mark of the last round, null in the first; `round` the mark of
 * this one, from which the next goes on; `after` the place of the last item given.
 */
export interface SyncState {
  readonly mailbox: string;
  readonly span: Span;
  readonly since: string | null;
  readonly round: string;
  readonly after: string;
}

/** One item of a round: an event of the view, or the copy of one that is no longer in it. */
export interface DeltaItem {
  readonly place: string;
  readonly event: CalendarEvent;
  readonly isRemoved: boolean;
}

const state = z.object({
  mailbox: z.string(),
  span: z.object({ from: z.coerce.date(), to: z.coerce.date() }),
  since: z.string().nullable(),
  round: z.string(),
  after: z.string(),
});

/** The state as a token in a link: nothing for callers to read. */
export const writeState = (one: SyncState) => Buffer.from(JSON.stringify(one)).toString("base64url");

/** The state in a token of this mailbox. @throws GraphError 400, or 410 once the mailbox has forgotten it. */
export async function readState(db: Database, token: string, mailbox: string): Promise<SyncState> {
  const read = state.safeParse(parsed(token));
  if (!read.success || read.data.mailbox !== mailbox)
    throw badRequest("The sync state token is not valid.", "ErrorInvalidUrlQuery");
  const oldest = read.data.since ?? read.data.round;
  if (!(await isForgotten(db, mailbox, oldest))) return read.data;
  throw new GraphError(410, "SyncStateNotFound", "The sync state is not found: begin with a full synchronization.");
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** A state at the beginning of a round: the first of a view, or the next after one that has ended. */
export async function beginRound(
  db: Database,
  from: Pick<SyncState, "mailbox" | "span" | "since">,
): Promise<SyncState> {
  return { ...from, round: await markNow(db), after: "" };
}

/**
 * What a round still has to tell, in order.
 *
 * The first tells the whole view; a later one what was made or changed since, and what has left the view: deleted, or moved out of it.
 */
export async function itemsOf(db: Database, at: SyncState, tellsDeletions: boolean): Promise<DeltaItem[]> {
  const all = at.since === null ? await wholeView(db, at) : await changedSince(db, at, at.since, tellsDeletions);
  return all.filter((one) => one.place > at.after).sort((one, other) => (one.place < other.place ? -1 : 1));
}

const itemOf = (event: CalendarEvent, isRemoved: boolean): DeltaItem => ({
  place: `${event.startAt.toISOString()} ${event.id}`,
  event,
  isRemoved,
});

const wholeView = async (db: Database, { mailbox, span }: SyncState) =>
  (await eventsIn(db, [mailbox], span)).map((event) => itemOf(event, false));

async function changedSince(db: Database, at: SyncState, since: string, tellsDeletions: boolean): Promise<DeltaItem[]> {
  const changes = await changesSince(db, at.mailbox, since);
  const events = await eventsById(
    db,
    changes.map((one) => one.eventId),
  );
  const byId = new Map(events.map((event) => [event.id, event]));
  return changes.flatMap((change) => {
    const event = byId.get(change.eventId);
    if (!event) return [];
    const now = event.deletedAt === null ? occurrencesIn(event, at.span) : [];
    const still = new Set(now.map((one) => one.id));
    const isTold = event.deletedAt === null || tellsDeletions;
    const gone = isTold ? occurrencesIn(...asItWas(event, change, at.span)).filter((one) => !still.has(one.id)) : [];
    return [...now.map((one) => itemOf(one, false)), ...gone.map((one) => itemOf(one, true))];
  });
}

const nowhere: Span = { from: new Date(0), to: new Date(0) };

function asItWas(event: CalendarEvent, { before }: Change, span: Span): [CalendarEvent, Span] {
  if (!before) return [event, nowhere];
  const content = before.content
    ? { ...before.content, body: event.content.body }
    : { ...event.content, recurrence: null };
  return [{ ...event, startAt: new Date(before.startAt), endAt: new Date(before.endAt), content }, span];
}
