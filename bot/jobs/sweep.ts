import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import type { Log } from "../log.ts";
import type { Claims } from "./claims.ts";

/** Gives back to their queues the jobs whose process died; they are tried again as after any failure. */
export async function sweep(boss: PgBoss, claims: Claims, names: readonly string[], log: Log): Promise<void> {
  const count = await claims.sweep(names, async (attempt) => {
    await boss.fail(attempt.name, attempt, { reason: "process-died" });
  });
  if (count > 0) log.warn({ room: "jobs", operation: "sweep", count }, "Jobs of a dead process go back to the queue.");
}

/** Does `work` now and again every `ms` after it ended, until stopped; stopping waits for the one under way. Trouble is for the next time. */
export function repeat(
  ms: number,
  work: () => Promise<void>,
  onTrouble: (err: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const running = (async () => {
    while (!ending.signal.aborted) {
      await work().catch(onTrouble);
      await sleep(ms, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
