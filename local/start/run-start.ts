import { rmSync } from "node:fs";
import { join } from "node:path";
import { portsFrom } from "../ports.ts";
import { preparePrograms } from "../postgres/place.ts";
import { stopServer } from "../postgres/postmaster.ts";
import { standInsFolder } from "./environments.ts";
import { claimState, killEverything } from "./leftovers.ts";
import type { WorldOptions } from "./making.ts";
import type { StartSettings } from "./settings.ts";
import { listenForStop } from "./stop-signals.ts";
import { startWorld, type World } from "./world.ts";

/** What differs between `npm start` and a test of it. */
type Given = Pick<WorldOptions, "stateDir" | "entries" | "seed" | "build"> & {
  readonly say: (sentence: string) => void;
};

/**
 * `npm start`: brings everything up, says where, and stays until it is told to stop.
 *
 * @returns the exit code.
 */
export async function runStart(settings: StartSettings, given: Given): Promise<number> {
  const { say, stateDir } = given;
  const abort = new AbortController();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  let world: World | undefined;
  const first = () => {
    say(world ? "\nStopping: the server finishes what it has begun (Ctrl-C again kills it) …" : "\nStopping …");
    abort.abort();
    ask();
  };
  const again = () => {
    say("Killing what is left.");
    void killEverything(stateDir).finally(() => process.exit(130));
  };
  const forget = listenForStop(first, again);
  try {
    if (settings.fresh) await discard(stateDir, say);
    const { port, host, logLevel } = settings;
    world = await startWorld({ ...given, ports: portsFrom(port), host, logLevel, abort: abort.signal });
    say(`Sign in as someone and look around: ${world.urls.window} (logs are in ${join(stateDir, "logs")})`);
    say(`Counterpoint is ready: ${world.urls.server}`);
    await asked;
    await world.stop();
    say("Stopped; nothing is left running.");
    return 0;
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    say("Stopped; nothing is left running.");
    return 130;
  } finally {
    forget();
  }
}

/** Deletes the data, the secrets and the logs of a state folder, after stopping what uses them. */
async function discard(stateDir: string, say: (sentence: string) => void): Promise<void> {
  const register = await claimState(stateDir, say);
  say("Beginning again: deleting the data of this folder …");
  const dataDir = join(stateDir, "postgres");
  await stopServer(preparePrograms(), dataDir, "immediate");
  for (const name of ["postgres", "postgres-secret", "sealing-keys", standInsFolder, "logs"]) {
    rmSync(join(stateDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  register.clear();
}
