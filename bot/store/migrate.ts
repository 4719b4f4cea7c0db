import pg from "pg";
import { migrateJobs, type QueueToMake } from "./migrate-jobs.ts";
import { knownMigrations, type Migration } from "./migrations.ts";

export interface MigrateOptions {
  /** Connects as the role that owns the schema. It need not be a superuser, and had better not be. */
  readonly ownerUrl: string;
  /** The role the server connects as, which must exist. */
  readonly serverRole: string;
  /** The job queues, with their options. */
  readonly queues: readonly QueueToMake[];
}

/** Any number, the same in every process. */
const lock = 7_310_262_511;

/**
 * Brings the schema, the job queues and the server's rights up to date. Safe to repeat, and to run from several processes
 * at once: they take turns. Each step stands whole or not at all.
 *
 * The walls bind the owner too. A step that changes rows says `no force row level security` for the table first, and
 * `force` again after.
 *
 * @returns the names of the steps that were taken.
 * @throws when the database has steps this code doesn't know, or a known one reads otherwise than when it was taken.
 */
export async function migrate({ ownerUrl, serverRole, queues }: MigrateOptions): Promise<readonly string[]> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "counterpoint-migrate",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await checkRole(client, serverRole);
    const waiting = await waitingSteps(client);
    for (const step of waiting) await take(client, step, serverRole);
    await migrateJobs(client, { ownerUrl, serverRole, queues });
    return waiting.map((step) => step.name);
  } finally {
    await client.end();
  }
}

async function checkRole(client: pg.Client, serverRole: string): Promise<void> {
  const known = "select rolsuper or rolbypassrls as passes_walls from pg_roles where rolname = $1";
  const {
    rows: [role],
  } = await client.query<{ passes_walls: boolean }>(known, [serverRole]);
  if (!role)
    throw new Error(
      `There is no role "${serverRole}" for the server to connect as. Create it, with login and nothing else.`,
    );
  if (role.passes_walls)
    throw new Error(`The role "${serverRole}" passes the walls by: it must not be a superuser or have BYPASSRLS.`);
}

async function waitingSteps(client: pg.Client): Promise<readonly Migration[]> {
  await client.query("create schema if not exists migration");
  await client.query(`create table if not exists migration.applied (
    version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows: taken } = await client.query<Migration>(
    "select version, name, sha256 from migration.applied order by version",
  );
  const known = knownMigrations();
  for (const { version, name, sha256 } of taken) {
    const step = known.find((one) => one.version === version);
    if (!step) throw new Error(`The database is ahead of this code: it has taken the step ${name}.`);
    if (step.sha256 !== sha256)
      throw new Error(`The step ${name} was changed after this database took it. Add a new step instead.`);
  }
  const reached = taken.at(-1)?.version ?? 0;
  return known.filter((step) => step.version > reached);
}

async function take(client: pg.Client, { version, name, text, sha256 }: Migration, serverRole: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text.replaceAll(':"server_role"', pg.escapeIdentifier(serverRole)));
    await client.query("insert into migration.applied (version, name, sha256) values ($1, $2, $3)", [
      version,
      name,
      sha256,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`The step ${name} failed, and nothing of it stands.`, { cause: error });
  }
}
