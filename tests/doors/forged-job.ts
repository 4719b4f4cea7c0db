import pg from "pg";
import type { World } from "../../local/start/world.ts";
import type { JobName } from "../../shared/domain/access.ts";

const asServer = <Row extends pg.QueryResultRow>(world: World, text: string, values: unknown[]) =>
  ask<Row>(world.databaseUrl, text, values);

/** Looks past every wall, as nobody but a test does. */
export const asOwner = <Row extends pg.QueryResultRow>(world: World, text: string, values: unknown[]) =>
  ask<Row>(world.adminUrl, text, values);

async function ask<Row extends pg.QueryResultRow>(
  connectionString: string,
  text: string,
  values: unknown[],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Puts a job into its queue as somebody might who got at the queue alone. Answers the job's id. */
export async function queueForged(
  world: World,
  name: JobName,
  data: Readonly<Record<string, string | number>>,
): Promise<string> {
  const [row] = await asServer<{ id: string }>(
    world,
    "insert into boss.job (name, data, policy, singleton_key) values ($1, $2, 'short', gen_random_uuid()::text) returning id",
    [name, JSON.stringify(data)],
  );
  if (!row) throw new Error("The job was not queued.");
  return row.id;
}

/** Whether the job is over. */
export async function settledJob(world: World, id: string): Promise<boolean> {
  const rows = await asServer<{ state: string }>(world, "select state::text from boss.job where id = $1", [id]);
  return rows[0]?.state === "completed";
}
