import { json } from "node:stream/consumers";
import { programmeFile } from "../../shared/contract/programme-file.ts";
import { readConfig } from "../config.ts";
import { openDirectory } from "../graph/directory.ts";
import { openLog } from "../log.ts";
import { openStore } from "../store/store.ts";
import { importProgramme } from "../use-cases/programme/import-programme.ts";
import { applicationsGraph } from "../wiring/outlook.ts";
import { systemClock } from "../wiring/system-clock.ts";

/** Takes in the programme whose file comes by standard input. */
export async function importFromInput(): Promise<void> {
  const config = readConfig(process.env);
  const file = programmeFile.parse(await json(process.stdin));
  const store = openStore({
    databaseUrl: config.databaseUrl,
    sealingKeys: config.sealingKeys,
    enqueue: async () => {},
  });
  const directory = openDirectory(applicationsGraph(config, openLog(config.logLevel), systemClock));
  try {
    const { pairs } = await importProgramme({ store, directory })({ tenantId: config.tenantId, file });
    process.stdout.write(`Took in ${file.people.length} people and ${pairs} pairs.\n`);
  } finally {
    await store.close();
  }
}
