import pg from "pg";
import { readConfig } from "../../../bot/config.ts";
import type { SealingKey } from "../../../bot/store/seal.ts";
import type { World } from "../../../local/start/world.ts";
import type { ProgrammeFile } from "../../../shared/contract/programme-file.ts";
import { largeProgramme } from "./large-programme.ts";
import { type Rows, rowsOf } from "./rows.ts";

/** So many rows go in with one statement. */
const atOnce = 5000;

/** Fills a world's database with a large programme. @returns how many seconds it took. */
export const fillWorld = (world: World, pairs: number): Promise<number> =>
  fillWorldWith(world, largeProgramme(pairs, new Date()));

/**
 * Fills a world's database with a programme, sealed as the server seals: as the superuser and thousands of rows at once, as through the
 * server's own import a large one would take minutes.
 *
 * @param more - what else is to stand there before anything is measured.
 * @returns how many seconds it took.
 */
export async function fillWorldWith(
  world: World,
  file: ProgrammeFile,
  more: (client: pg.Client) => Promise<void> = async () => {},
): Promise<number> {
  const started = performance.now();
  const { current } = readConfig(world.serverSettings).sealingKeys;
  await alone(world.adminUrl, (client) => insertProgramme(client, file, current, more));
  return (performance.now() - started) / 1000;
}

async function insertProgramme(
  client: pg.Client,
  file: ProgrammeFile,
  master: SealingKey,
  more: (client: pg.Client) => Promise<void>,
): Promise<void> {
  await client.query("begin");
  for (const [table, rows] of rowsOf(file, master)) await insert(client, table, rows);
  await more(client);
  await client.query("commit");
  await client.query("vacuum analyze");
  // The writing is done before anything is measured.
  await client.query("checkpoint");
}

async function insert(client: pg.Client, table: string, rows: Rows): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = JSON.stringify(rows.slice(from, from + atOnce));
    await client.query(`insert into app.${table} select * from json_populate_recordset(null::app.${table}, $1)`, [
      some,
    ]);
  }
}

async function alone(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
