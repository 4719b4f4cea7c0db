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
  /** Takes the job for its handler. @returns `null` when another handler is at work on it, or the attempt is over already. */
  readonly take: (attempt: Attempt) => Promise<Claim | null>;
  /** Attempts that were begun more than a second ago and that nobody is at work on; each is handed to `settle` under its lock. */
  readonly sweep: (names: readonly string[], settle: (attempt: Attempt) => Promise<void>) => Promise<number>;
  /** Lets go of everything: what is still at work has been given up. */
  readonly abandon: () => Promise<void>;
}

export interface Claim {
  readonly release: () => Promise<void>;
}

const lock = "select 1 where pg_try_advisory_xact_lock(hashtextextended($1, 730))";
const current = "select 1 from boss.job where name = $1 and id = $2 and state = 'active' and retry_count = $3";
const begunBefore = `
  select id, name, retry_count as "retryCount" from boss.job
  where name = any($1) and state = 'active' and started_on < now() - interval '1 second'`;

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
    async take({ id, name, retryCount }) {
      const transaction = await begin(boss);
      open.add(transaction);
      try {
        if ((await finds(transaction, lock, [id])) && (await finds(transaction, current, [name, id, retryCount])))
          return { release: () => end(transaction) };
      } catch (error) {
        await end(transaction);
        throw error;
      }
      await end(transaction);
      return null;
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
