import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { commandOf, isAlive } from "../processes/identity.ts";

/** A postmaster as its pid file describes it. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** The postmaster that serves a data folder, whether or not it answers; undefined when there is none. */
export function postmasterOf(dataDir: string): Running | undefined {
  const running = readPidFile(dataDir);
  if (!running || !isAlive(running.pid)) return undefined;
  // After a crash the number in the file may be a stranger's by now. Where command lines can't be seen, the file is believed.
  const command = commandOf(running.pid);
  return command === "" || command.includes(dataDir) ? running : undefined;
}

/** Reads `postmaster.pid`; undefined when there is none or it is half written. */
function readPidFile(dataDir: string): Running | undefined {
  try {
    const lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the pid file of a postmaster that is gone: its number may by now be a stranger's, whom PostgreSQL would respect. */
export function removePidFile(dataDir: string): void {
  rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

/** Says whether this URL leads to the postmaster that serves this data folder, and to no other. */
export async function servesFolder(url: string, dataDir: string): Promise<boolean> {
  try {
    const [row] = await query<{ folder: string }>(url, "select current_setting('data_directory') as folder");
    return row?.folder === dataDir;
  } catch {
    return false;
  }
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const result = await client.query<Row>(sql, values);
    return result.rows;
  } finally {
    await client.end();
  }
}
