import type { PgBoss } from "pg-boss";
import type { TenantId } from "../../shared/domain/id.ts";
import type { QueuedJob } from "./job.ts";
import { schedule } from "./schedule.ts";

/** What time sets off. */
export const timed = schedule.flatMap(({ job: { name }, everySeconds }) =>
  everySeconds === undefined ? [] : [{ name, everySeconds }],
);

/** Whether time sets this job off, so that one which finds the former run still going on may be left out. */
export const isTimed = (name: QueuedJob): boolean => timed.some((one) => one.name === name);

/**
 * Queues what time sets off, by the database's clock, once for each stretch of `everySeconds` since the epoch, whoever asks and however
 * often. One that still waits for a worker stands for those that would follow it.
 */
export async function tick(boss: PgBoss, tenantId: TenantId): Promise<void> {
  for (const { name, everySeconds } of timed)
    await boss.send(name, { tenantId }, { singletonKey: "tick", singletonSeconds: everySeconds });
}
