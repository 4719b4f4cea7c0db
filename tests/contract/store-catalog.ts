import pg from "pg";
import { namingOf } from "../../bot/store/actor.ts";
import type { Actor } from "../../shared/domain/access.ts";
import { serverRole, type TestDatabase } from "../database.ts";

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
    if (actor) await run(namingOf(actor));
    return await work(run);
  } finally {
    await client.query("rollback");
    await client.end();
  }
}

/** How many rows of each table the actor sees; tables of which it sees none, as of one that nobody may read, are left out. */
export async function seenBy(database: TestDatabase, actor: Actor | null): Promise<Readonly<Record<string, number>>> {
  const tables = await tablesOf(database);
  const readable = await database.look<{ name: string }>(
    "select name from unnest($1::text[]) as name where has_table_privilege($2, 'app.' || name, 'select')",
    [tables, serverRole],
  );
  return asServer(database, actor, async (run) => {
    const seen: Record<string, number> = {};
    for (const { name: table } of readable) {
      const { rows } = await run(`select count(*)::integer as count from app.${table}`);
      const count = Number(rows[0]?.["count"]);
      if (count > 0) seen[table] = count;
    }
    return seen;
  });
}

/** What the actor may do to rows that are there, or that would be new: "insert news", "update check_in", … */
export async function changedBy(
  database: TestDatabase,
  actor: Actor,
  newRow: (table: string) => Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const tables = await tablesOf(database);
  const columns = await changeableColumns(database);
  return asServer(database, actor, async (run) => {
    const attempt = async (text: string, values: readonly unknown[] = []): Promise<boolean> => {
      await run("savepoint before");
      const done = await run(text, values).then(
        ({ rowCount }) => (rowCount ?? 0) > 0,
        // Whatever else stops a new row, the wall let it pass.
        (error: unknown) => !/row-level security|permission denied/.test(String(error)),
      );
      await run("rollback to before");
      return done;
    };
    const may: string[] = [];
    for (const table of tables) {
      const insert = `insert into app.${table} select (jsonb_populate_record(null::app.${table}, $1)).*`;
      const column = columns.get(table);
      if (await attempt(insert, [newRow(table)])) may.push(`insert ${table}`);
      if (column && (await attempt(`update app.${table} set ${column} = ${column}`))) may.push(`update ${table}`);
      if (await attempt(`delete from app.${table}`)) may.push(`delete ${table}`);
    }
    return may;
  });
}

/** A column of each table that the server's role may change at all. */
async function changeableColumns(database: TestDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await database.look<{ table: string; column: string }>(
    `select table_name as table, min(column_name) as column from information_schema.column_privileges
     where table_schema = 'app' and grantee = $1 and privilege_type = 'UPDATE' group by table_name`,
    [serverRole],
  );
  return new Map(rows.map(({ table, column }) => [table, column]));
}
