import type { Postgres } from "../postgres/postgres.ts";
import { query } from "../postgres/running.ts";

/** The product's own database. */
export const productDatabase = "counterpoint";

/** Where the stand-in for Microsoft Graph keeps its calendars: a database and a role that the product never sees. */
export const graphDatabase = "microsoft_graph";
export const graphRole = "microsoft_graph_owner";

/** Makes both databases and their roles, unless they are there. */
export async function prepareDatabases(postgres: Postgres): Promise<void> {
  await postgres.createRole(graphRole);
  await postgres.ensureDatabase(productDatabase);
  await postgres.ensureDatabase(graphDatabase, graphRole);
}

/** Says whether any programme has been imported; looks as the superuser, as without an actor nobody else sees one. */
export async function hasProgramme(postgres: Postgres): Promise<boolean> {
  const admin = postgres.adminUrl(productDatabase);
  const [found] = await query<{ there: boolean }>(admin, "select to_regclass('app.programme') is not null as there");
  if (!found?.there) return false;
  const [row] = await query<{ any: boolean }>(admin, "select exists (select from app.programme) as any");
  return row?.any ?? false;
}
