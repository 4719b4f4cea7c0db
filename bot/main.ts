import "temporal-polyfill/global";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { importFromInput } from "./commands/import-from-input.ts";
import { migrateDatabase } from "./commands/migrate-database.ts";
import { rotateKeys } from "./commands/rotate-keys.ts";
import { serve } from "./commands/serve.ts";
import { BadConfig } from "./config.ts";
import { ImportRefused } from "./use-cases/programme/import-programme.ts";
import type { StartOptions } from "./wiring/start-server.ts";

const commands = { serve, migrate: migrateDatabase, import: importFromInput, "rotate-keys": rotateKeys };

/** Runs one of the commands; what a person can mend is said in a sentence, and the exit code is 1. */
export async function run(name = "serve", options: StartOptions = {}): Promise<void> {
  try {
    if (!Object.hasOwn(commands, name))
      throw new BadConfig([`There is no command "${name}": there are ${Object.keys(commands).join(", ")}.`]);
    await commands[name as keyof typeof commands](options);
  } catch (problem) {
    process.stderr.write(
      `${problem instanceof BadConfig || problem instanceof ImportRefused ? problem.message : inspect(problem)}\n`,
    );
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(process.argv[2]);
