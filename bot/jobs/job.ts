import { z } from "zod";
import type { JobName } from "../../shared/domain/access.ts";
import type { UseCases } from "../use-cases/use-cases.ts";

/** The jobs that wait in a queue. The others are only names to act under. */
export type QueuedJob = Exclude<JobName, "import-programme">;

/** What the jobs ask of the rest of the house. */
export type JobUseCases = Pick<UseCases, "offerSlots" | "finishBooking" | "tellBooking">;

/** "try-again" when something outside was away; whoever throws has a bug, and is tried again as well. */
export type JobOutcome = Awaited<ReturnType<JobUseCases["finishBooking"]>>;

/** A job from its queue to its use case. Its data is whatever stood in the queue, and is read before it is believed. */
export interface Job {
  readonly name: QueuedJob;
  readonly perform: (data: unknown, useCases: JobUseCases) => Promise<JobOutcome>;
}

/** Ids only: a queue has no walls around it. */
export const checkInIds = z.object({ tenantId: z.guid(), checkInId: z.guid() });

/** The same, with whom an answer goes to. */
export const checkInAndPersonIds = checkInIds.extend({ personId: z.guid() });
