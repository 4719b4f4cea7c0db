import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { localTenant } from "../../../local/identities.ts";
import type { World } from "../../../local/start/world.ts";
import type { CheckInStatus } from "../../../shared/domain/check-in.ts";
import { patienceMs } from "./patience.ts";
import type { LookUp } from "./what-stood.ts";

/** A check-in as the product's database has it. Times are epoch milliseconds. */
export interface KeptCheckIn {
  readonly id: string;
  readonly status: CheckInStatus;
  readonly minutes: number;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly movingTo: { readonly startsAt: number; readonly endsAt: number } | null;
  readonly organiser: string | null;
  readonly iCalUId: string | null;
  readonly joinUrl: string | null;
  /** Whether the calendars don't say yet what was decided. */
  readonly owes: boolean;
  /** Jobs about it that are to be done now: writing, following and telling. */
  readonly jobs: number;
  /** What people were told happened to it, oldest first. */
  readonly news: readonly string[];
}

/** The product's database, looked into past every wall. Every look waits until the database is there. */
export interface RecordsView {
  readonly checkIns: (ids: readonly string[]) => Promise<ReadonlyMap<string, KeptCheckIn>>;
  /** Whether a person's mailbox is listened to, and nothing is left to do for that: what changes from then on is told, or found. */
  readonly isWatched: (person: string) => Promise<boolean>;
  /** How many jobs are to be done within the next half minute. */
  readonly pending: () => Promise<number>;
  /** Has the product do what it does each minute by the clock. */
  readonly queueRhythm: () => Promise<void>;
  /** Has the product look for changes in a person's mailbox, as it does each quarter of an hour. */
  readonly queueSweep: (person: string) => Promise<void>;
  /** Makes looking often cheap; once for each world. */
  readonly index: () => Promise<void>;
  /** Whatever else is asked. */
  readonly rows: LookUp;
  readonly close: () => Promise<void>;
}

const checkInRows = `
  select id, status, minutes,
    (extract(epoch from slot_starts_at) * 1000)::float8 as "startsAt",
    (extract(epoch from slot_ends_at) * 1000)::float8 as "endsAt",
    move_slot as "moveSlot", event_organiser as organiser, event_i_cal_uid as "iCalUId", event_join_url as "joinUrl",
    status in ('booking', 'moving') or (status = 'cancelled' and booking_id is not null) as owes,
    (select count(*)::int from boss.job where data ->> 'checkInId' = c.id and state in ('created', 'retry', 'active')
      and name in ('write-to-calendar', 'tell-news', 'follow-check-in', 'offer-slots')
      and not (name = 'follow-check-in' and start_after > now())) as jobs,
    array(select kind from app.news n where n.check_in_id = c.id order by number) as news
  from app.check_in c where id = any($1)`;

const watched = `
  select 1 from app.mailbox_watch where person_id = $1 and subscription_id is not null and not exists (
    select 1 from boss.job where data ->> 'personId' = $1 and name = 'watch-mailbox' and state in ('created', 'retry', 'active'))`;

const pendingJobs = `
  select count(*)::int as count from boss.job
  where state in ('created', 'retry', 'active') and start_after < now() + interval '30 seconds'`;

/** As the queue itself would have it: what a process leaves undone is done by another, as often as it takes. */
const newJob = `
  insert into boss.job (name, data, singleton_key, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
    heartbeat_seconds, deletion_seconds, keep_until)
  select name, $2::jsonb, $3, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
    heartbeat_seconds, deletion_seconds, now() + retention_seconds * interval '1 second'
  from boss.queue where name = $1`;

/** So that looking at the jobs of one check-in or person costs the same however many there have been. */
const indexes = [
  "create index on boss.job ((data ->> 'checkInId')) where state in ('created', 'retry', 'active')",
  "create index on boss.job ((data ->> 'personId')) where state in ('created', 'retry', 'active')",
];

type Row = Omit<KeptCheckIn, "movingTo"> & {
  readonly moveSlot: { readonly startsAt: string; readonly endsAt: string } | null;
};

/** Opens a look into the world's records. */
export function openRecords({ adminUrl }: Pick<World, "adminUrl">): RecordsView {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 3 });
  pool.on("error", () => {});
  const look = async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => {
    const end = Date.now() + patienceMs;
    for (;;) {
      try {
        return (await pool.query<Found>(text, values)).rows;
      } catch (problem) {
        if (Date.now() > end || isMistake(problem)) throw problem;
        await sleep(250);
      }
    }
  };
  const queue = async (name: string, about: Readonly<Record<string, string>>) => {
    const data = { tenantId: localTenant.id, ...about };
    await look(newJob, [name, JSON.stringify(data), crypto.randomUUID()]);
  };
  return {
    checkIns: async (ids) => new Map((await look<Row>(checkInRows, [ids])).map((row) => [row.id, kept(row)])),
    isWatched: async (person) => (await look(watched, [person])).length > 0,
    pending: async () => (await look<{ count: number }>(pendingJobs))[0]?.count ?? 0,
    queueRhythm: () => queue("keep-rhythm", {}),
    queueSweep: (personId) => queue("sweep-mailbox", { personId }),
    index: async () => {
      for (const index of indexes) await look(index);
    },
    rows: (text, values) => look<Awaited<ReturnType<LookUp>>[number]>(text, [...values]),
    close: () => pool.end(),
  };
}

/** Whether PostgreSQL understood the statement and found it wrong: classes 22, 23 and 42 of its codes. */
const isMistake = (problem: unknown): boolean =>
  problem instanceof pg.DatabaseError && /^(22|23|42)/.test(problem.code ?? "");

const kept = ({ moveSlot, ...row }: Row): KeptCheckIn => ({
  ...row,
  movingTo: moveSlot && { startsAt: Date.parse(moveSlot.startsAt), endsAt: Date.parse(moveSlot.endsAt) },
});
