import type { Postgres } from "../postgres/postgres.ts";
import { type Supervised, supervise } from "../processes/supervise.ts";
import { hasProgramme, productDatabase } from "./databases.ts";
import { runErrand } from "./errand.ts";
import { grace, type Making } from "./making.ts";
import { serverProgram } from "./programs.ts";
import { worthSaying } from "./server-log.ts";

type Settings = Readonly<Record<string, string>>;

/** Migrates the database and, where it holds no programme yet, imports the seed: both by the server's own commands. */
export async function fillDatabase(making: Making, postgres: Postgres, settings: Settings): Promise<void> {
  const { step, entries, options } = making;
  const environment = { ...settings, DATABASE_OWNER_URL: postgres.ownerUrl(productDatabase) };
  step("Bringing the database's tables up to date …");
  await runErrand({ name: "The migration", entry: entries.server, args: ["migrate"], environment });
  if (!options.seed || (await hasProgramme(postgres))) return;
  step("Filling it with a programme to explore …");
  const input = JSON.stringify(options.seed());
  await runErrand({ name: "The import", entry: entries.server, args: ["import"], environment, input });
}

/** Starts the server and waits until it is ready; its warnings and errors are shown as they come. */
export async function startServer(making: Making, settings: Settings): Promise<Supervised> {
  const { entries, ports, host, stateDir, supervision, closers, step } = making;
  step("Starting the server …");
  const server = supervise(serverProgram(entries, ports, host, settings, stateDir), {
    ...supervision,
    onLine: (line) => {
      const words = worthSaying(line);
      if (words) supervision.say(words);
    },
  });
  closers.add(() => server.stop(grace.server));
  await server.start();
  return server;
}
