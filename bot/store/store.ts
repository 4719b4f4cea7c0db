import type pg from "pg";
import type { JobRequest } from "../ports/job-request.ts";
import type { Records, Store } from "../ports.ts";
import { checkInRecords } from "./check-ins.ts";
import { cohortBookingRecords } from "./cohort-bookings.ts";
import { conversationRecords } from "./conversations.ts";
import { goalRecords } from "./goals.ts";
import { grantRecords } from "./grants.ts";
import { journalRecords } from "./journal-entries.ts";
import { libraryRecords } from "./library.ts";
import { mailboxRecords } from "./mailboxes.ts";
import { newestMigration } from "./migrations.ts";
import { newsRecords } from "./news.ts";
import { pairWordsIn } from "./pair-words.ts";
import { pairRecords } from "./pairs.ts";
import { peopleRecords } from "./people.ts";
import { openPool } from "./pool.ts";
import { programmeRecords } from "./programmes.ts";
import { reflectionRecords } from "./reflections.ts";
import { rhythmRecords } from "./rhythm.ts";
import { roomRecords } from "./rooms.ts";
import type { SealingKeys } from "./seal.ts";
import { sessionWordsRecords } from "./session-words.ts";
import { sessionRecords } from "./sessions.ts";
import { type Transaction, transact } from "./transaction.ts";

/** When a job runs: not before `at`, and with `once` not beside another of the same key that waits. */
export interface JobTime {
  readonly at?: Temporal.Instant;
  readonly once?: string;
}

/** Queues a job with statements run through `db`, which belongs to the transaction whose effect the job is. */
export type Enqueue = (
  db: { readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> },
  job: JobRequest,
  when: JobTime,
) => Promise<void>;

export interface StoreOptions {
  /** Connects as the server's role, which the walls bind. */
  readonly databaseUrl: string;
  readonly sealingKeys: SealingKeys;
  readonly enqueue: Enqueue;
  /** How many connections this process holds at most; ten unless given. */
  readonly maxConnections?: number;
}

/** Opens the records in PostgreSQL. Nothing connects until the first transaction, and a database that comes back is used again. */
export function openStore({
  databaseUrl,
  sealingKeys,
  enqueue,
  maxConnections = 10,
}: StoreOptions): Store & { readonly pool: pg.Pool } {
  const pool = openPool(databaseUrl, maxConnections);
  const newest = newestMigration();
  return {
    pool,
    transact: (actor, work) =>
      transact(pool, actor, (transaction) => work(recordsIn(transaction, sealingKeys, enqueue))),
    isReady: () => isReady(pool, newest).catch(() => false),
    close: () => pool.end(),
  };
}

/** Ready means walled, too: connected as a role that may pass the walls by, the store never is. */
async function isReady(pool: pg.Pool, newest: number): Promise<boolean> {
  const { rows } = await pool.query<{ is_ready: boolean }>(
    `select app.schema_version() = $1 and not rolsuper and not rolbypassrls as is_ready
     from pg_roles where rolname = current_user`,
    [newest],
  );
  return rows[0]?.is_ready === true;
}

function recordsIn(transaction: Transaction, sealingKeys: SealingKeys, enqueue: Enqueue): Records {
  const words = pairWordsIn(transaction, sealingKeys);
  return {
    people: peopleRecords(transaction),
    programmes: programmeRecords(transaction),
    pairs: pairRecords(transaction, words),
    goals: goalRecords(transaction, words),
    checkIns: checkInRecords(transaction, sealingKeys),
    sessions: sessionRecords(transaction, words),
    journal: journalRecords(transaction, words),
    conversations: conversationRecords(transaction),
    news: newsRecords(transaction),
    rhythm: rhythmRecords(transaction),
    mailboxes: mailboxRecords(transaction),
    grants: grantRecords(transaction, sealingKeys),
    cohortBookings: cohortBookingRecords(transaction),
    sessionWords: sessionWordsRecords(transaction, words),
    reflections: reflectionRecords(transaction),
    rooms: roomRecords(transaction, sealingKeys),
    library: libraryRecords(transaction),
    queue: (job, when = {}) => enqueue({ executeSql: (text, values) => transaction.run(text, values) }, job, when),
  };
}
