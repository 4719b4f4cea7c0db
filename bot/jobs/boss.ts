import { PgBoss } from "pg-boss";
import type { Log } from "../log.ts";
import { sayAtMostEvery } from "./outage.ts";
import { mostAtOnce } from "./schedule.ts";

/** The queue's own machinery, which connects at its first use. */
export interface Boss {
  readonly boss: PgBoss;
  /** Connects, once however many ask. @throws when the database can't be reached; the next one tries anew. */
  readonly ready: () => Promise<void>;
  /** Takes no more jobs, and waits for running ones up to `limitMs`; then runs `before` and disconnects. It may be made ready again. */
  readonly stop: (limitMs: number, before: () => Promise<void>) => Promise<void>;
  /** Hears of trouble in the background, and says it without filling the log. */
  readonly onTrouble: (err: unknown) => void;
}

/** Room for the queue's own statements and the sweep, beside a claim by each worker. Connections are opened as needed. */
const besideClaims = 5;

/** An outage is said again this often. */
const troubleMs = 10_000;

/** Prepares the machinery for the server's role, which may neither make nor change tables. */
export function openBoss(connectionString: string, log: Log): Boss {
  const onTrouble = sayAtMostEvery(troubleMs, Date.now, (err, count) => {
    log.error({ room: "jobs", err, count }, "The queues met a problem.");
  });
  const boss = new PgBoss({
    connectionString,
    schema: "boss",
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    max: mostAtOnce + besideClaims,
  });
  boss.on("error", onTrouble);
  boss.on("warning", () => log.warn({ room: "jobs" }, "The queues gave a warning."));
  return { boss, onTrouble, ...startAndStop(boss) };
}

function startAndStop(boss: PgBoss): Pick<Boss, "ready" | "stop"> {
  let starting: Promise<unknown> | null = null;
  return {
    async ready() {
      starting ??= boss.start();
      await starting.catch((error: unknown) => {
        starting = null;
        throw error;
      });
    },
    async stop(limitMs, before) {
      await boss.stop({ graceful: true, timeout: limitMs, close: false });
      await before();
      await boss.stop({ close: true });
      starting = null;
    },
  };
}
