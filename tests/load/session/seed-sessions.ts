import { randomUUID } from "node:crypto";
import { localTenant } from "../../../local/identities.ts";
import { query } from "../../../local/postgres/running.ts";
import { exercises } from "../../../shared/content/exercises.ts";
import { library } from "../../../shared/content/prompts.ts";
import type { Session } from "../../../shared/domain/session/session.ts";
import type { Booked } from "../programme/booked-check-ins.ts";
import { sessionAfter } from "./play.ts";

/** A session that is going on. */
export interface Seeded {
  readonly id: string;
  /** In the order of voices. */
  readonly members: readonly string[];
}

/** How many taps a session has had at most; the last steps of one come with about as many. */
const mostTaps = 24;

const atOnce = 5000;

/**
 * Puts a session into the database for each check-in, past the server: one after another a tap further on, so that at any moment every step is
 * taken somewhere.
 */
export async function seedSessions(adminUrl: string, checkIns: readonly Booked[]): Promise<readonly Seeded[]> {
  const played = { prompts: library, exercises };
  const sessions = checkIns.map(({ id: checkInId, pairId, members }, at) =>
    sessionAfter({ id: randomUUID(), checkInId, pairId, members, opener: members[0] ?? "" }, at % mostTaps, played),
  );
  await insert(adminUrl, "session", sessions.map(rowOf));
  await insert(adminUrl, "session_command", sessions.flatMap(commandRows));
  await query(adminUrl, "vacuum analyze");
  return sessions;
}

async function insert(
  adminUrl: string,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  for (let from = 0; from < rows.length; from += atOnce)
    await query(
      adminUrl,
      `insert into app.${table} (${columns}) select ${columns} from json_populate_recordset(null::app.${table}, $1)`,
      [JSON.stringify(rows.slice(from, from + atOnce))],
    );
}

/** Each tap so far has left one. */
const commandRows = ({ id, pairId, version }: Session) =>
  Array.from({ length: version - 1 }, () => ({
    tenant_id: localTenant.id,
    session_id: id,
    command_id: randomUUID(),
    pair_id: pairId,
  }));

const rowOf = (session: object) => ({
  tenant_id: localTenant.id,
  ...Object.fromEntries(Object.entries(session).map(([key, value]) => [snakeCase(key), value])),
});

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
