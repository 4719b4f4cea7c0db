import type { CalendarEvent } from "../events/event.ts";
import type { Database } from "./database.ts";

/** What a copy was before it changed; `content` only where it was a series. */
export interface Before {
  readonly startAt: string;
  readonly endAt: string;
  readonly content: CalendarEvent["content"] | null;
}

/** The first change of one copy since some moment: what it was then, or null when it wasn't there yet. */
export interface Change {
  readonly eventId: string;
  readonly before: Before | null;
}

/** A mark of this moment: exactly what is committed by now lies before it. */
export async function markNow(db: Database): Promise<string> {
  const found = await db.query<{ mark: string }>("select pg_current_snapshot()::text as mark");
  return found.rows[0]?.mark ?? "";
}

/** What changed in a mailbox since a mark, the first change of each copy. */
export async function changesSince(db: Database, mailbox: string, mark: string): Promise<Change[]> {
  const found = await db.query<Change>(
    `select distinct on (event_id) event_id as "eventId", before from event_change
     where mailbox = $1 and not pg_visible_in_snapshot(xact, $2::pg_snapshot) order by event_id, id`,
    [mailbox, mark],
  );
  return found.rows;
}

/** Stands for all mailboxes where sync state is forgotten. */
const everyone = "00000000-0000-0000-0000-000000000000";

/** True when a mark is older than the last time this mailbox's sync state was forgotten. */
export async function isForgotten(db: Database, mailbox: string, mark: string): Promise<boolean> {
  const found = await db.query(
    "select 1 from forgotten_sync where mailbox in ($1, $3) and not pg_visible_in_snapshot(xact, $2::pg_snapshot)",
    [mailbox, mark, everyone],
  );
  return (found.rowCount ?? 0) > 0;
}

/**
 * Forgets sync state: delta links given out until now lead nowhere.
 *
 * @param mailbox - an object id, or "everyone".
 */
export async function forgetSync(db: Database, mailbox: string): Promise<void> {
  await db.query(
    "insert into forgotten_sync (mailbox) values ($1) on conflict (mailbox) do update set xact = pg_current_xact_id()",
    [mailbox === "everyone" ? everyone : mailbox],
  );
}
