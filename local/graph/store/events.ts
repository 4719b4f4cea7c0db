import type { CalendarEvent } from "../events/event.ts";
import { endOfSeries, occurrenceAt, occurrencesIn, readOccurrenceId, type Span } from "../events/series.ts";
import type { Database } from "./database.ts";

/** The columns of a copy, under the names that it has here. */
export const copyColumns = `id, immutable_id as "immutableId", mailbox, ical_uid as "iCalUId", is_organizer as "isOrganizer",
  transaction_id as "transactionId", request_digest as "requestDigest", change_key as "changeKey",
  start_at as "startAt", end_at as "endAt", created_at as "createdAt", modified_at as "modifiedAt",
  is_cancelled as "isCancelled", deleted_at as "deletedAt", seeded, content`;

/** The live copy with this id or immutable id in this mailbox, or the occurrence of a series that the id names. */
export async function findEvent(db: Database, mailbox: string, id: string): Promise<CalendarEvent | undefined> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where mailbox = $1 and (id = $2 or immutable_id = $2) and deleted_at is null`,
    [mailbox, id],
  );
  const occurrence = found.rows[0] ? undefined : readOccurrenceId(id);
  if (!occurrence) return found.rows[0];
  const master = await findEvent(db, mailbox, occurrence.masterId);
  return master && occurrenceAt(master, occurrence.date);
}

/** A mailbox's live copy of the meeting that an id, of anybody's copy, or an iCalUId names. */
export async function findAnyCopy(db: Database, mailbox: string, id: string): Promise<CalendarEvent | undefined> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where mailbox = $1 and deleted_at is null and ical_uid in
       (select ical_uid from event where id = $2 or immutable_id = $2 or ical_uid = $2)`,
    [mailbox, id],
  );
  return found.rows[0];
}

/** Brings back from Deleted Items a copy that its owner declined, as Outlook does for whoever accepts from there after all. */
export async function bringBackDeclined(db: Database, mailbox: string, id: string): Promise<void> {
  await db.query(
    `update event set deleted_at = null
     where mailbox = $1 and deleted_at is not null and not is_cancelled and content->'responseStatus'->>'response' = 'declined'
       and ical_uid in (select ical_uid from event where id = $2 or immutable_id = $2 or ical_uid = $2)`,
    [mailbox, id],
  );
}

/** All live copies of the meeting behind an id, locked until the transaction ends. The same order for everyone, so nobody deadlocks. */
export async function lockCopies(db: Database, mailbox: string, id: string): Promise<CalendarEvent[]> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where deleted_at is null and ical_uid =
       (select ical_uid from event where mailbox = $1 and (id = $2 or immutable_id = $2) and deleted_at is null)
     order by id for update`,
    [mailbox, id],
  );
  return found.rows;
}

/** The live event that a transaction id made in this mailbox. */
export async function findByTransaction(
  db: Database,
  mailbox: string,
  transactionId: string,
): Promise<CalendarEvent | undefined> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where mailbox = $1 and transaction_id = $2 and deleted_at is null`,
    [mailbox, transactionId],
  );
  return found.rows[0];
}

/** Lets the transaction id of a deleted event be used again. */
export async function freeTransaction(db: Database, mailbox: string, transactionId: string): Promise<void> {
  await db.query(
    "update event set transaction_id = null where mailbox = $1 and transaction_id = $2 and deleted_at is not null",
    [mailbox, transactionId],
  );
}

/** Live copies of one mailbox, or of several, by start; a series is its master. */
export async function eventsOf(db: Database, mailboxes: readonly string[]): Promise<CalendarEvent[]> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where mailbox = any($1::uuid[]) and deleted_at is null order by start_at, id`,
    [mailboxes],
  );
  return found.rows;
}

/** What of the live copies of these mailboxes touches the span, by start; a series is its occurrences. */
export async function eventsIn(db: Database, mailboxes: readonly string[], span: Span): Promise<CalendarEvent[]> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where mailbox = any($1::uuid[]) and deleted_at is null
       and start_at < $3 and (end_at > $2 or start_at >= $2 or until_at > $2) order by start_at, id`,
    [mailboxes, span.from, span.to],
  );
  return found.rows.flatMap((event) => occurrencesIn(event, span)).sort(byStart);
}

/** The order of a calendar view. */
export const byStart = (one: CalendarEvent, other: CalendarEvent) =>
  one.startAt.getTime() - other.startAt.getTime() || (one.id < other.id ? -1 : 1);

/** Copies by id, deleted ones too. */
export async function eventsById(db: Database, ids: readonly string[]): Promise<CalendarEvent[]> {
  const found = await db.query<CalendarEvent>(`select ${copyColumns} from event where id = any($1::text[])`, [ids]);
  return found.rows;
}

/** Every copy ever made, deleted ones too, in the order of their making; of one mailbox only where one is given. */
export async function everyEvent(
  db: Database,
  { seeded, mailbox }: { readonly seeded: boolean; readonly mailbox: string | undefined },
): Promise<CalendarEvent[]> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where ($1 or not seeded) and ($2::uuid is null or mailbox = $2) order by created_at, id`,
    [seeded, mailbox ?? null],
  );
  return found.rows;
}

/** Stores copies. An organiser's copy whose transaction id is taken is left out; the answer holds the ids that were stored. */
export async function insertEvents(db: Database, events: readonly CalendarEvent[]): Promise<Set<string>> {
  const stored = await db.query<{ id: string }>(
    `insert into event (id, immutable_id, mailbox, ical_uid, is_organizer, transaction_id, request_digest, change_key,
       start_at, end_at, created_at, modified_at, is_cancelled, deleted_at, seeded, content, until_at)
     select id, "immutableId", mailbox, "iCalUId", "isOrganizer", "transactionId", "requestDigest", "changeKey",
       "startAt", "endAt", "createdAt", "modifiedAt", "isCancelled", "deletedAt", seeded, content, "untilAt"
     from jsonb_to_recordset($1::jsonb) as row (id text, "immutableId" text, mailbox uuid, "iCalUId" text,
       "isOrganizer" boolean, "transactionId" text, "requestDigest" text, "changeKey" text, "startAt" timestamptz,
       "endAt" timestamptz, "createdAt" timestamptz, "modifiedAt" timestamptz, "isCancelled" boolean,
       "deletedAt" timestamptz, seeded boolean, content jsonb, "untilAt" timestamptz)
     on conflict do nothing returning id`,
    [JSON.stringify(events.map((event) => ({ ...event, untilAt: endOfSeries(event) })))],
  );
  return new Set(stored.rows.map((row) => row.id));
}

/** Stores what changed in a copy: times, content, states, change key. */
export async function updateEvent(db: Database, event: CalendarEvent): Promise<void> {
  await db.query(
    `update event set change_key = $2, start_at = $3, end_at = $4, modified_at = $5, is_cancelled = $6, deleted_at = $7,
       content = $8, until_at = $9 where id = $1`,
    [
      event.id,
      event.changeKey,
      event.startAt,
      event.endAt,
      event.modifiedAt,
      event.isCancelled,
      event.deletedAt,
      JSON.stringify(event.content),
      endOfSeries(event),
    ],
  );
}
