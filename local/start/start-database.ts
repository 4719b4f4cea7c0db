import { join } from "node:path";
import { prepareDatabases } from "./databases.ts";
import type { Making } from "./making.ts";
import { keepPostgres, type PostgresKeeper } from "./postgres-keeper.ts";

/** Starts PostgreSQL and makes the databases and roles that are missing. */
export async function startDatabase({
  options,
  ports,
  stateDir,
  supervision,
  closers,
  step,
}: Making): Promise<PostgresKeeper> {
  step("Starting PostgreSQL …");
  const keeper = await keepPostgres({
    port: ports.postgres,
    dataDir: join(stateDir, "postgres"),
    logFile: join(stateDir, "logs", "postgres.log"),
    durable: options.durable ?? true,
    say: supervision.say,
    restart: supervision.restart,
    ...(options.onLaunch ? { onLaunch: options.onLaunch } : {}),
  });
  closers.add(keeper.stop);
  await prepareDatabases(keeper.postgres);
  return keeper;
}
