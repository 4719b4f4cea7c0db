import { randomUUID } from "node:crypto";
import type { TenantId } from "../../shared/domain/id.ts";
import { type Log, withCorrelation } from "../log.ts";
import type { Attempt, Claims } from "./claims.ts";
import type { Job, JobOutcome, JobUseCases } from "./job.ts";
import { isTimed } from "./tick.ts";

/** What performing needs beside the job. */
export interface Performing {
  readonly handlers: JobUseCases;
  readonly log: Log;
  readonly claims: Claims;
  /** Whom this installation serves. */
  readonly tenantId: TenantId;
}

/** An attempt with what stands in the queue, and how many more may follow the first. */
export type QueuedAttempt = Attempt & { readonly data: unknown; readonly retryLimit: number };

/** Tells the queue to try again later. Its sentence is all that the queue keeps of a failure: the reasons are in the log. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";
}

/**
 * Performs one attempt under its lock and its subject's, and logs its ids and outcome. When the last attempt fails, the job is given up in
 * the way it declares.
 *
 * @throws TryAgain when the queue is to bring it back: something was away, a bug, or somebody else is still at work on it or its subject.
 */
export async function perform(job: Job, attempt: QueuedAttempt, performing: Performing): Promise<void> {
  const { claims, log, tenantId } = performing;
  if (isForAnother(tenantId, attempt.data))
    return log.warn({ room: "jobs", job: job.name, jobId: attempt.id }, "A job of another tenant was left undone.");
  const claim = await claims.take(attempt, subjectOf(job, attempt.data));
  if (claim === "taken") throw new TryAgain("Another process has this job.");
  if (claim === "subject-busy") return leaveForLater(job, attempt, claims);
  const start = performance.now();
  try {
    await withCorrelation(attempt.id, async () => {
      const outcome = await outcomeOf(job, attempt, performing);
      const ms = Math.round(performance.now() - start);
      const attempts = attempt.retryCount + 1;
      log.info(
        { room: "jobs", job: job.name, jobId: attempt.id, ...idsIn(attempt.data), attempts, outcome, ms },
        "A job ran.",
      );
      if (outcome === "try-again" || outcome === "bug") throw new TryAgain("To be tried again.");
    });
  } finally {
    await claim.release();
  }
}

/** One installation serves one tenant: what names another was never queued by it, and Outlook has no walls between the two. */
const isForAnother = (tenantId: TenantId, data: unknown): boolean =>
  typeof data === "object" && data !== null && "tenantId" in data && data.tenantId !== tenantId;

/** What time sets off comes again anyway; anything else waits for its subject, and the wait counts as no failure. */
async function leaveForLater(job: Job, attempt: QueuedAttempt, claims: Claims): Promise<void> {
  if (isTimed(job.name)) return;
  await claims.putBack(attempt);
  throw new TryAgain("Another job about the same is at work.");
}

/** Data that can't be read has no subject: performing it says so. */
function subjectOf(job: Job, data: unknown): string | null {
  try {
    return job.subjectOf(data);
  } catch {
    return null;
  }
}

async function outcomeOf(
  job: Job,
  attempt: QueuedAttempt,
  { handlers, log }: Performing,
): Promise<JobOutcome | "bug" | "given-up"> {
  const outcome = await orBug(job, attempt, log, () => job.perform(attempt.data, handlers));
  const { giveUp } = job;
  if (outcome === "done" || !giveUp || attempt.retryCount < attempt.retryLimit) return outcome;
  const given = await orBug(job, attempt, log, () => giveUp(attempt.data, handlers));
  return given === "done" ? "given-up" : given;
}

async function orBug(
  job: Job,
  attempt: QueuedAttempt,
  log: Log,
  work: () => Promise<JobOutcome>,
): Promise<JobOutcome | "bug"> {
  try {
    return await work();
  } catch (err) {
    log.error({ room: "jobs", job: job.name, jobId: attempt.id, errorId: randomUUID(), err }, "A job failed on a bug.");
    return "bug";
  }
}

const idNames: ReadonlySet<string> = new Set([
  "tenantId",
  "checkInId",
  "personId",
  "cohortBookingId",
  "number",
  "kind",
]);

function idsIn(data: unknown): Record<string, unknown> {
  if (typeof data !== "object" || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(([name]) => idNames.has(name)));
}
