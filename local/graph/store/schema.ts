import type { Pool } from "pg";

/** The stand-in's tables. Everything that Graph remembers is here, so that it outlives the process that answers for it. */
const tables = `
create table if not exists event (
  id text primary key,
  immutable_id text not null unique,
  mailbox uuid not null,
  ical_uid text not null,
  is_organizer boolean not null,
  transaction_id text,
  request_digest text,
  change_key text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  created_at timestamptz not null,
  modified_at timestamptz not null,
  is_cancelled boolean not null default false,
  deleted_at timestamptz,
  seeded boolean not null default false,
  content jsonb not null
);
create unique index if not exists event_transaction on event (mailbox, transaction_id) where transaction_id is not null;
create index if not exists event_time on event (mailbox, start_at) where deleted_at is null;
create index if not exists event_meeting on event (ical_uid);
create table if not exists outbox (
  id bigint generated always as identity primary key,
  sent_at timestamptz not null,
  kind text not null,
  sender text not null,
  recipient text not null,
  ical_uid text not null,
  subject text not null,
  comment text
);
create table if not exists mailbox_behaviour (mailbox uuid primary key, behaviour jsonb not null);
create table if not exists seeded_week (monday date primary key);
`;

/** Any number names this lock; two processes that start together must not both create. */
const schemaLock = 7_340_121;

/** Creates what is missing. Safe at every start and for two processes at once. */
export async function createSchema(pool: Pool): Promise<void> {
  await pool.query(`begin; select pg_advisory_xact_lock(${schemaLock}); ${tables} commit;`);
}
