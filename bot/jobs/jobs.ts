import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import type { TenantId } from "../../shared/domain/id.ts";
import type { Log } from "../log.ts";
import type { JobRequest } from "../ports/job-request.ts";
import type { Clock } from "../ports.ts";
import { openBoss } from "./boss.ts";
import { openClaims } from "./claims.ts";
import type { Job, JobUseCases } from "./job.ts";
import { perform, type QueuedAttempt } from "./perform.ts";
import { schedule } from "./schedule.ts";
import { repeat, sweep } from "./sweep.ts";
import { tick } from "./tick.ts";

export interface JobsOptions {
  /** Connects as the server's role. */
  readonly databaseUrl: string;
  readonly handlers: JobUseCases;
  readonly log: Log;
  readonly clock: Clock;
  /** For whom this process sets off what time sets off. */
  readonly tenantId: TenantId;
  /** Whether it does so at all; it does unless told not to. */
  readonly cron?: boolean;
}

/** The queues of the house, in PostgreSQL beside the records. */
export interface Jobs {
  /**
   * Queues a job with statements run through `db`, which belongs to the transaction whose effect the job is: it runs when that commits,
   * and never if it doesn't.
   *
   * `at` delays it; `once` makes a second one with the same key, while the first waits, a no-op.
   */
  readonly enqueue: (db: StatementRunner, job: JobRequest, when?: JobTime) => Promise<void>;
  /** Begins to perform jobs, and gives back to the queue what dead processes left undone, now and from then on. */
  readonly start: () => Promise<void>;
  /** Takes no more jobs, waits for the running ones up to `limitMs`, and gives back to the queue what is not over by then. */
  readonly stop: (limitMs?: number) => Promise<void>;
}

export interface StatementRunner {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

export interface JobTime {
  readonly at?: Temporal.Instant;
  readonly once?: string;
}

/** A new job wakes a worker within milliseconds; the look at the queue every second finds retries, delayed jobs and what a lost notice left. */
const everySecond = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, includeMetadata: true } as const;
const sweepMs = 1_000;

/** How often each process makes sure that what time sets off was set off. */
const tickMs = 5_000;

const names = schedule.map(({ job }) => job.name);

/** Opens the queues; nothing connects until the first use. */
export function openJobs({ databaseUrl, handlers, log, clock, tenantId, cron = true }: JobsOptions): Jobs {
  const { boss, ready, stop, onTrouble } = openBoss(databaseUrl, log);
  const claims = openClaims(boss);
  let repeating: readonly { readonly stop: () => Promise<void> }[] = [];
  return {
    async enqueue(db, { name, ...data }, when = {}) {
      await ready();
      const startAfter = when.at === undefined ? {} : { startAfter: secondsUntil(when.at, clock) };
      await boss.send(name, data, { db, singletonKey: when.once ?? randomUUID(), ...startAfter });
    },
    async start() {
      await ready();
      if (repeating.length > 0) return;
      const sweeping = repeat(sweepMs, () => sweep(boss, claims, names, log), onTrouble);
      const ticking = cron ? [repeat(tickMs, () => tick(boss, tenantId), onTrouble)] : [];
      repeating = [sweeping, ...ticking];
      for (const { job, workers } of schedule)
        await workOn(boss, job, workers, (attempt) => perform(job, attempt, { handlers, log, claims, tenantId }));
    },
    async stop(limitMs = 10_000) {
      await Promise.all(repeating.map((one) => one.stop()));
      repeating = [];
      await stop(limitMs, claims.abandon);
    },
  };
}

/** Sets workers on a queue. */
async function workOn(
  boss: PgBoss,
  job: Job,
  workers: number,
  act: (attempt: QueuedAttempt) => Promise<void>,
): Promise<void> {
  for (let number = 0; number < workers; number += 1) {
    let worker = "";
    worker = await boss.work<unknown, void, typeof everySecond>(job.name, everySecond, async (batch) => {
      // More may wait: looked for as soon as this one is over, not a second later.
      boss.notifyWorker(worker);
      for (const attempt of batch) await act(attempt);
    });
  }
}

/** Delays are told to the database as a length: its clock and ours need not agree. */
const secondsUntil = (at: Temporal.Instant, clock: Clock): number =>
  Math.max(0, Math.ceil((at.epochMilliseconds - clock.now().epochMilliseconds) / 1000));
