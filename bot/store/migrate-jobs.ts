import pg from "pg";
import { PgBoss, type Queue } from "pg-boss";
import type { JobName } from "../../shared/domain/access.ts";

/** The schema that holds the jobs. */
export const jobSchema = "boss";

/** A queue of jobs. Its policy and partition are chosen once and stay; its options may change. */
export type QueueToMake = Readonly<Queue> & { readonly name: JobName };

export interface MigrateJobsOptions {
  readonly ownerUrl: string;
  readonly serverRole: string;
  readonly queues: readonly QueueToMake[];
}

/**
 * Makes or migrates pg-boss's tables as their owner, makes the queues, and lets the server's role read and write there. The
 * server itself starts pg-boss with `migrate: false, createSchema: false`. Job data has no walls: it carries ids only.
 */
export async function migrateJobs(
  client: pg.Client,
  { ownerUrl, serverRole, queues }: MigrateJobsOptions,
): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, supervise: false, schedule: false, max: 2 });
  // What goes wrong in the background also fails the calls below.
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const queue of queues) await makeQueue(boss, queue);
    await emptyFormerQueues(client, boss);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  await grantJobs(client, pg.escapeIdentifier(serverRole));
}

async function makeQueue(boss: PgBoss, queue: QueueToMake): Promise<void> {
  const { name, policy: _policy, partition: _partition, ...options } = queue;
  if (!(await boss.getQueue(name))) await boss.createQueue(name, queue);
  else if (Object.keys(options).length > 0) await boss.updateQueue(name, options);
}

/** Queues of former versions, with what carries on what waits in them, and what its data lacks. */
const formerQueues = [
  { former: "book-check-in", now: "write-to-calendar", more: {} },
  { former: "tell-booking", now: "tell-news", more: { number: 1 } },
] as const;

/** Moves what waits in former queues to those of today, and removes them. What a process of the former version has begun is begun again. */
async function emptyFormerQueues(client: pg.Client, boss: PgBoss): Promise<void> {
  for (const { former, now, more } of formerQueues) {
    if (!(await boss.getQueue(former))) continue;
    if (await boss.getQueue(now))
      await client.query(
        `update ${jobSchema}.job set name = $2, data = data || $3::jsonb,
           state = case when state = 'active' then 'retry' else state end, heartbeat_on = null
         where name = $1 and state in ('created', 'retry', 'active')`,
        [former, now, more],
      );
    await boss.deleteQueue(former);
  }
}

async function grantJobs(client: pg.Client, role: string): Promise<void> {
  await client.query(`
    grant usage on schema ${jobSchema} to ${role};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${role};
    grant usage on all sequences in schema ${jobSchema} to ${role};
    revoke execute on all functions in schema ${jobSchema} from public;
    grant execute on all functions in schema ${jobSchema} to ${role};
  `);
}
