import { and, eq, getTableColumns } from "drizzle-orm";
import type { Session } from "../../shared/domain/session/session.ts";
import { sessionChannelName, sessionNotice } from "./channel.ts";
import { Overtaken } from "./faults.ts";
import { session } from "./schema.ts";
import { sessionChange } from "./session-row.ts";
import type { Transaction } from "./transaction.ts";

const columns = getTableColumns(session);

/**
 * Saves the session, remembers the command and announces the change, in one statement. A session as it already stands is only remembered to
 * have had the command: nothing changed that anyone need hear of.
 *
 * @throws Overtaken when another change came first.
 */
export async function saveSession(
  { db, run, actor: { tenantId } }: Transaction,
  saved: Session,
  commandId: string,
): Promise<void> {
  const { id, pairId, version } = saved;
  const change = Object.entries(sessionChange(saved));
  const notice = sessionNotice(tenantId, id, version);
  const about = [tenantId, id, version - 1, commandId, pairId, sessionChannelName, notice];
  const set = change.map(([key], at) => `${nameOf(key)} = $${about.length + 1 + at}`);
  // Written out rather than built up: every tap comes by here, and building takes longer than the database does.
  const announced = await run(
    `with changed as (
       update app.session set ${set.join(", ")} where tenant_id = $1 and id = $2 and version = $3 returning id),
     remembered as (
       insert into app.session_command (tenant_id, session_id, command_id, pair_id) values ($1, $2, $4, $5)
       on conflict do nothing)
     select pg_notify($6, $7) from changed`,
    [...about, ...change.map(([, value]) => value)],
  );
  if (announced.rows.length > 0) return;
  const standing = and(eq(session.tenantId, tenantId), eq(session.id, id), eq(session.version, version));
  if ((await db.select({ id: session.id }).from(session).where(standing)).length === 0)
    throw new Overtaken("The session moved on.");
}

const nameOf = (key: string): string => columns[key as keyof typeof columns].name;
