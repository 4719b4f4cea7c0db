import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ports.ts";
import { type Reaper, startReaper } from "../processes/reaper.ts";
import { makeOpenFolder, throwawayParent } from "./place.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

/**
 * Starts a PostgreSQL for tests: empty, quick, on a free port, and without fsync. `stop` deletes it; should this process
 * be killed first, it is stopped and deleted within seconds all the same.
 */
export async function startThrowawayPostgres(): Promise<Postgres> {
  const folder = makeThrowawayFolder();
  const reaper = startReaper();
  reaper.sweep(folder);
  try {
    const postgres = await startOnSomePort(folder, reaper);
    return { ...postgres, stop: () => discard(postgres, folder, reaper) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    reaper.dismiss();
    throw error;
  }
}

/** Makes an empty folder in which PostgreSQL's account may work, whoever we are. */
export function makeThrowawayFolder(): string {
  const parent = throwawayParent(tmpdir());
  makeOpenFolder(parent);
  const folder = mkdtempSync(join(parent, "throwaway-"));
  makeOpenFolder(folder);
  return folder;
}

/** A free port may be gone by the time it is used, as other tests look for ports too: then another is tried. */
async function startOnSomePort(folder: string, reaper: Reaper, tries = 5): Promise<Postgres> {
  try {
    const port = await freePort();
    return await startPostgres({ port, dataDir: join(folder, "data"), durable: false, onLaunch: reaper.watch });
  } catch (error) {
    if (tries > 1 && error instanceof Error && /taken by another program/.test(error.message)) {
      return startOnSomePort(folder, reaper, tries - 1);
    }
    throw error;
  }
}

async function discard(postgres: Postgres, folder: string, reaper: Reaper): Promise<void> {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  reaper.dismiss();
}
