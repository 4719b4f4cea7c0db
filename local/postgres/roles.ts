import pg from "pg";
import { passwordOf } from "./secret.ts";

/** Owns the product's database and its tables; migrations run as this role, the server never does. */
export const ownerRole = "counterpoint_owner";

/** What the server connects as: owns nothing and passes no policy by. */
export const serverRole = "counterpoint_server";

/** Makes, or brings up to date, a role that may log in and nothing else. */
export async function createRole(admin: string, role: string, secret: string): Promise<void> {
  await alone(admin, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
    const verb = rowCount ? "alter" : "create";
    const password = pg.escapeLiteral(passwordOf(role, secret));
    const rights = "login nosuperuser nobypassrls nocreatedb nocreaterole noreplication";
    await client.query(`${verb} role ${pg.escapeIdentifier(role)} ${rights} password ${password}`);
  });
}

/**
 * Makes a database unless it is there. Only its owner and the server's role may connect to it.
 *
 * @returns whether it was made now.
 */
export async function ensureDatabase(admin: string, name: string, owner: string): Promise<boolean> {
  const database = pg.escapeIdentifier(name);
  return alone(admin, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount)
      await client.query(`create database ${database} owner ${pg.escapeIdentifier(owner)} strategy file_copy`);
    await client.query(`revoke all on database ${database} from public`);
    const { rowCount: hasServer } = await client.query("select 1 from pg_roles where rolname = $1", [serverRole]);
    if (hasServer && owner === ownerRole) await client.query(`grant connect on database ${database} to ${serverRole}`);
    return !rowCount;
  });
}

/** Removes a database, and whoever is connected to it. */
export async function dropDatabase(admin: string, name: string): Promise<void> {
  await alone(admin, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`));
}

/** One at a time over the whole cluster: two that create the same role at once would both fail. */
async function alone<T>(admin: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: admin, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(20261123)");
    return await work(client);
  } finally {
    await client.end();
  }
}
