import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";

type TransactionHandle = Awaited<ReturnType<NonNullable<ReturnType<PgBoss["getDb"]>["beginTransaction"]>>>;

/** A job that somebody has begun, and which of its attempts. */
export interface Attempt {
  readonly id: string;
  readonly name: string;
  readonly retryCount: number;
}

/** Who is at work on which job, known to PostgreSQL by locks that end with the process that holds them. */
export interface Claims {
  /**
   * Takes the job for its handler, and its subject with it.
   *
   * @returns "taken" when another handler is at work on the job, or the attempt is over already; "subject-busy" when another job about
   * the same subject is at work.
   */
  readonly take: (attempt: Attempt, subject: string | null) => Promise<Claim | "taken" | "subject-busy">;
  /** Lets the attempt wait a second without counting it, whatever its handler answers. */
  readonly putBack: (attempt: Attempt) => Promise<void>;
  /** Attempts that were begun more than a second ago and that nobody is at work on; each is handed to `settle` under its lock. */
  readonly sweep: (names: readonly string[], settle: (attempt: Attempt) => Promise<void>) => Promise<number>;
  /** Lets go of everything: what is still at work has been given up. */
  readonly abandon: () => Promise<void>;
}

export interface Claim {
  readonly release: () => Promise<void>;
}

/** How often a subject that is busy is asked for before the job goes back to its queue, and the pauses between. */
const briefly = { tries: 6, ms: 30 } as const;

const lock = "select 1 where pg_try_advisory_xact_lock(hashtextextended($1, 730))";
const subjectLock = "select 1 where pg_try_advisory_xact_lock(hashtextextended($1, 731))";
const current = "select 1 from boss.job where name = $1 and id = $2 and state = 'active' and retry_count = $3";
const begunBefore = `
  select id, name, retry_count as "retryCount" from boss.job
  where name = any($1) and state = 'active' and started_on < now() - interval '1 second'`;
/** As if the attempt had not begun: the next beginning counts as this one. */
const backToQueue = `
  update boss.job set state = 'retry', started_on = null, heartbeat_on = null, start_after = now() + interval '1 second'
  where name = $1 and id = $2 and state = 'active' and retry_count = $3`;

/**
 * Keeps claims as locks of transactions that are open while a handler works and change nothing: one connection a running job.
 *
 * Where such a connection is lost, so is the claim, and the job may be begun elsewhere while it still runs here: jobs are safe to repeat.
 */
export function openClaims(boss: PgBoss): Claims {
  const open = new Set<TransactionHandle>();
  const end = async (transaction: TransactionHandle) => {
    open.delete(transaction);
    await transaction.rollback();
  };
  return {
    async take(attempt, subject) {
      const transaction = await begin(boss);
      open.add(transaction);
      try {
        const obstacle = await obstacleTo(transaction, attempt, subject);
        if (!obstacle) return { release: () => end(transaction) };
        await end(transaction);
        return obstacle;
      } catch (error) {
        await end(transaction);
        throw error;
      }
    },
    async putBack({ name, id, retryCount }) {
      await boss.getDb().executeSql(backToQueue, [name, id, retryCount]);
    },
    async sweep(names, settle) {
      const { rows } = await boss.getDb().executeSql(begunBefore, [names]);
      return rows.length === 0 ? 0 : settleOrphans(boss, rows, settle);
    },
    async abandon() {
      await Promise.all([...open].map(end));
    },
  };
}

async function obstacleTo(
  transaction: TransactionHandle,
  { id, name, retryCount }: Attempt,
  subject: string | null,
): Promise<"taken" | "subject-busy" | null> {
  if (!(await finds(transaction, lock, [id]))) return "taken";
  if (!(await finds(transaction, current, [name, id, retryCount]))) return "taken";
  return subject === null || (await findsSoon(transaction, subjectLock, [subject])) ? null : "subject-busy";
}

/** Whoever queued this job as its last deed is about to let go of the subject. */
async function findsSoon(transaction: TransactionHandle, text: string, values: unknown[]): Promise<boolean> {
  for (let tries = 1; tries < briefly.tries; tries += 1) {
    if (await finds(transaction, text, values)) return true;
    await sleep(briefly.ms);
  }
  return finds(transaction, text, values);
}

async function settleOrphans(
  boss: PgBoss,
  attempts: readonly Attempt[],
  settle: (attempt: Attempt) => Promise<void>,
): Promise<number> {
  const transaction = await begin(boss);
  let count = 0;
  try {
    for (const attempt of attempts) {
      if (!(await finds(transaction, lock, [attempt.id]))) continue;
      await settle(attempt);
      count += 1;
    }
    return count;
  } finally {
    await transaction.rollback();
  }
}

async function begin(boss: PgBoss): Promise<TransactionHandle> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new TypeError("The queue's connections can't hold a transaction.");
  return transaction;
}

const finds = async ({ db }: TransactionHandle, text: string, values: unknown[]): Promise<boolean> =>
  (await db.executeSql(text, values)).rows.length > 0;
