import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import type { Log } from "../log.ts";
import type { Clock, JobRequest } from "../ports.ts";
import { openBoss } from "./boss.ts";
import { openClaims } from "./claims.ts";
import type { Job, JobUseCases } from "./job.ts";
import { perform, type QueuedAttempt } from "./perform.ts";
import { jobs } from "./schedule.ts";
import { repeat, sweep } from "./sweep.ts";

export interface JobsOptions {
  /** Connects as the server's role. */
  readonly databaseUrl: string;
  readonly handlers: JobUseCases;
  readonly log: Log;
  readonly clock: Clock;
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

/** How many of a kind this process performs at once. */
const workersOfAKind = 2;

/** A new job wakes a worker within milliseconds; the look at the queue every second finds retries, delayed jobs and what a lost notice left. */
const everySecond = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 } as const;
const sweepMs = 1_000;

const names = jobs.map((job) => job.name);

/** Opens the queues; nothing connects until the first use. */
export function openJobs({ databaseUrl, handlers, log, clock }: JobsOptions): Jobs {
  const { boss, ready, stop, onTrouble } = openBoss(databaseUrl, log);
  const claims = openClaims(boss);
  let sweeping: { readonly stop: () => Promise<void> } | null = null;
  return {
    async enqueue(db, { name, ...data }, when = {}) {
      await ready();
      const startAfter = when.at === undefined ? {} : { startAfter: secondsUntil(when.at, clock) };
      await boss.send(name, data, { db, singletonKey: when.once ?? randomUUID(), ...startAfter });
    },
    async start() {
      await ready();
      if (sweeping) return;
      sweeping = repeat(sweepMs, () => sweep(boss, claims, names, log), onTrouble);
      for (const job of jobs) await workOn(boss, job, (attempt) => perform(job, attempt, { handlers, log, claims }));
    },
    async stop(limitMs = 10_000) {
      await sweeping?.stop();
      sweeping = null;
      await stop(limitMs, claims.abandon);
    },
  };
}

/** Sets workers on a queue. */
async function workOn(boss: PgBoss, job: Job, act: (attempt: QueuedAttempt) => Promise<void>): Promise<void> {
  for (let number = 0; number < workersOfAKind; number += 1) {
    let worker = "";
    worker = await boss.work<unknown>(job.name, everySecond, async (batch: readonly QueuedAttempt[]) => {
      // More may wait: looked for as soon as this one is over, not a second later.
      boss.notifyWorker(worker);
      for (const attempt of batch) await act(attempt);
    });
  }
}

/** Delays are told to the database as a length: its clock and ours need not agree. */
const secondsUntil = (at: Temporal.Instant, clock: Clock): number =>
  Math.max(0, Math.ceil((at.epochMilliseconds - clock.now().epochMilliseconds) / 1000));
