import { randomUUID } from "node:crypto";
import { type Log, withCorrelation } from "../log.ts";
import type { Attempt, Claims } from "./claims.ts";
import type { Job, JobOutcome, JobUseCases } from "./job.ts";

/** What performing needs beside the job. */
export interface Performing {
  readonly handlers: JobUseCases;
  readonly log: Log;
  readonly claims: Claims;
}

/** An attempt with what stands in the queue. */
export type QueuedAttempt = Attempt & { readonly data: unknown };

/** Tells the queue to try again later. Its sentence is all that the queue keeps of a failure: the reasons are in the log. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";
}

/**
 * Performs one attempt under its lock, and logs its ids and outcome.
 *
 * @throws TryAgain when the queue is to bring it back: something was away, a bug, or another process is still at work on it.
 */
export async function perform(job: Job, attempt: QueuedAttempt, { handlers, log, claims }: Performing): Promise<void> {
  const claim = await claims.take(attempt);
  if (!claim) throw new TryAgain("Another process has this job.");
  const start = performance.now();
  try {
    await withCorrelation(attempt.id, async () => {
      const outcome = await outcomeOf(job, attempt, handlers, log);
      const ms = Math.round(performance.now() - start);
      log.info(
        {
          room: "jobs",
          job: job.name,
          jobId: attempt.id,
          ...idsIn(attempt.data),
          attempts: attempt.retryCount + 1,
          outcome,
          ms,
        },
        "A job ran.",
      );
      if (outcome !== "done") throw new TryAgain("To be tried again.");
    });
  } finally {
    await claim.release();
  }
}

async function outcomeOf(
  job: Job,
  attempt: QueuedAttempt,
  handlers: JobUseCases,
  log: Log,
): Promise<JobOutcome | "bug"> {
  try {
    return await job.perform(attempt.data, handlers);
  } catch (err) {
    log.error({ room: "jobs", job: job.name, jobId: attempt.id, errorId: randomUUID(), err }, "A job failed on a bug.");
    return "bug";
  }
}

function idsIn(data: unknown): Record<string, unknown> {
  if (typeof data !== "object" || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => ["tenantId", "checkInId", "personId"].includes(name)),
  );
}
