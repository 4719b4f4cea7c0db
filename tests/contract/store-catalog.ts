import pg from "pg";
import { actAs } from "../../bot/store/actor.ts";
import type { Actor } from "../../shared/domain/access.ts";
import type { TestDatabase } from "../database.ts";

/** Every table of ours, from the catalog, so that a new one is looked at without being asked for. pg-boss's and the record of migrations are apart. */
export async function tablesOf(database: TestDatabase): Promise<readonly string[]> {
  const rows = await database.look<{ name: string }>(
    `select relation.relname as name from pg_class relation join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('boss', 'migration', 'information_schema') and nspname not like 'pg\\_%'
     order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Runs statements as the server's role and as `actor` (or as nobody), then undoes whatever they did. */
export async function asServer<T>(
  database: TestDatabase,
  actor: Actor | null,
  work: (
    run: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult<Record<string, unknown>>>,
  ) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: database.serverUrl });
  await client.connect();
  const run = (text: string, values: readonly unknown[] = []) =>
    client.query<Record<string, unknown>>(text, [...values]);
  try {
    await run("begin");
    if (actor) await actAs(run, actor);
    return await work(run);
  } finally {
    await client.query("rollback");
    await client.end();
  }
}

/** How many rows of each table the actor sees; tables of which it sees none are left out. */
export async function seenBy(database: TestDatabase, actor: Actor | null): Promise<Readonly<Record<string, number>>> {
  const tables = await tablesOf(database);
  return asServer(database, actor, async (run) => {
    const seen: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await run(`select count(*)::integer as count from app.${table}`);
      const count = Number(rows[0]?.["count"]);
      if (count > 0) seen[table] = count;
    }
    return seen;
  });
}
