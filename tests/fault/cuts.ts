import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorldOptions } from "../../local/start/making.ts";
import type { SagaStep } from "../../shared/domain/booking.ts";

/** When the server is to be killed: after a step, or milliseconds after the intent was stored. */
export type Cut = { readonly after: SagaStep } | { readonly inMs: number };

/** Orders to the server that kills itself in the middle of what happens to a check-in's event. */
export interface Cuts {
  /** What a world with this server is made of. */
  readonly options: Pick<WorldOptions, "entries" | "serverSettings">;
  readonly order: (checkInId: string, cut: Cut) => void;
  /** Takes an order back. @returns whether it was still waiting to be carried out. */
  readonly withdraw: (checkInId: string) => boolean;
  /** The last step that was taken for a check-in. */
  readonly lastStep: (checkInId: string) => string | undefined;
  /** When the server was killed so far, in epoch milliseconds. */
  readonly deaths: () => readonly number[];
  /** Removes what was written for all this. */
  readonly forget: () => void;
}

/** Makes a folder for orders. */
export function openCuts(): Cuts {
  const folder = mkdtempSync(join(tmpdir(), "counterpoint-cuts-"));
  const lines = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  };
  return {
    options: {
      entries: { server: fileURLToPath(new URL("./server-with-cuts.ts", import.meta.url)) },
      // What was compiled is kept, so that it is back sooner after each cut.
      serverSettings: { CUTS: folder, NODE_COMPILE_CACHE: join(folder, "compiled") },
    },
    order: (checkInId, cut) =>
      writeFileSync(join(folder, checkInId), "after" in cut ? `after ${cut.after}` : `in ${cut.inMs}`),
    withdraw: (checkInId) => {
      const path = join(folder, checkInId);
      const isWaiting = existsSync(path);
      rmSync(path, { force: true });
      return isWaiting;
    },
    lastStep: (checkInId) =>
      lines("steps")
        .findLast((line) => line.endsWith(checkInId))
        ?.split(" ")[0],
    deaths: () => lines("deaths").map(Number),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}
