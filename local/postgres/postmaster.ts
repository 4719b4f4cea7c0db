import { closeSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf } from "../processes/problem.ts";
import { postgresProblem, spawnProblem } from "./failure.ts";
import type { Programs } from "./place.ts";
import { runProgram, spawnProgram } from "./run.ts";
import { postmasterOf, query } from "./running.ts";

/** How to launch one. */
export interface Launch {
  readonly dataDir: string;
  readonly port: number;
  readonly durable: boolean;
  /** A superuser's URL, to see whether it answers. */
  readonly admin: string;
  readonly logFile: string | undefined;
  readonly onLaunch: ((pid: number) => void) | undefined;
}

const what = "PostgreSQL did not start.";

/** Recovery after a cut can take a while on a slow disk. */
const patience = { start: 120_000, stop: 30 };

/** Starts a postmaster that outlives us and waits until it answers; gives its process id. */
export async function launch(programs: Programs, how: Launch): Promise<number> {
  const logFile = how.logFile ?? join(dirname(how.dataDir), "postgres.log");
  const log = openSync(logFile, "w");
  const child = spawnProgram(programs, "postgres", settings(how), { folder: how.dataDir, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  if (child.pid !== undefined) how.onLaunch?.(child.pid);
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const failed = (error: Error) => reject(spawnProblem(what, error));
  const exited = () => reject(postgresProblem(what, readFileSync(logFile, "utf8")));
  child.once("error", failed).once("exit", exited);
  await Promise.race([untilItAnswers(how.admin), ended]);
  // From here on an end is a stop, and its log may be gone with its folder.
  ended.catch(() => {});
  child.off("exit", exited);
  if (child.pid === undefined) throw postgresProblem(what, "It has no process.");
  return child.pid;
}

/** Ends whatever serves this data folder. "fast" rolls back and saves; "immediate" leaves recovery to the next start. */
export async function stopServer(programs: Programs, dataDir: string, mode: "fast" | "immediate"): Promise<void> {
  if (!postmasterOf(dataDir)) return;
  const args = ["stop", `--pgdata=${dataDir}`, `--mode=${mode}`, `--timeout=${patience.stop}`, "--silent"];
  await runProgram(programs, "pg_ctl", args, dataDir);
  const running = postmasterOf(dataDir);
  if (!running) return;
  if (mode === "fast") await stopServer(programs, dataDir, "immediate");
  else throw postgresProblem("PostgreSQL could not be stopped.", `Process ${running.pid} still serves ${dataDir}.`);
}

function settings({ dataDir, port, durable }: Launch): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: durable ? 100 : 200,
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "64MB" }),
  };
  return ["-D", dataDir, ...Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = performance.now() + patience.start;
  for (;;) {
    try {
      await query(url, "select 1");
      return;
    } catch (error) {
      // 57P03: it is up, but still recovering.
      const worthWaiting = ["ECONNREFUSED", "ECONNRESET", "57P03"].includes(codeOf(error) ?? "");
      if (!worthWaiting || performance.now() > deadline) throw postgresProblem(what, String(error));
      await wait(20);
    }
  }
}
