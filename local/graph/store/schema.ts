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
-- When the last occurrence of a series ends; null for a single event.
alter table event add column if not exists until_at timestamptz;
create unique index if not exists event_transaction on event (mailbox, transaction_id) where transaction_id is not null;
create index if not exists event_time on event (mailbox, start_at) where deleted_at is null;
create index if not exists event_meeting on event (ical_uid);
create index if not exists event_chat on event ((substring(content->>'joinUrl' from '/meetup-join/([^/]+)/')))
  where deleted_at is null;
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
create table if not exists subscription (
  id uuid primary key,
  app_id text not null,
  creator uuid,
  mailbox uuid not null,
  resource text not null,
  change_types text[] not null,
  notification_url text not null,
  lifecycle_url text,
  client_state text,
  expires_at timestamptz not null,
  immutable_ids boolean not null,
  reauthorization_due boolean not null default false,
  created_at timestamptz not null
);
create index if not exists subscription_mailbox on subscription (mailbox);
-- What is still to be posted. A row goes once it was taken by its receiver, or given up.
create table if not exists notification (
  id bigint generated always as identity primary key,
  subscription uuid not null,
  mailbox uuid not null,
  is_lifecycle boolean not null default false,
  url text not null,
  item jsonb not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  -- A disturbance meets a notice once, and may hold it until a later one of its subscription has gone.
  is_disturbed boolean not null default false,
  is_held boolean not null default false
);
create index if not exists notification_due on notification (due_at, id);
-- Every change of a copy, with the transaction that made it and what the copy was before, if it was: the memory that delta queries read.
create table if not exists event_change (
  id bigint generated always as identity primary key,
  event_id text not null,
  mailbox uuid not null,
  before jsonb,
  xact xid8 not null default pg_current_xact_id()
);
create index if not exists event_change_mailbox on event_change (mailbox, id);
-- Delta links older than this transaction are forgotten.
create table if not exists forgotten_sync (mailbox uuid primary key, xact xid8 not null default pg_current_xact_id());
create table if not exists installed_app (
  id text primary key,
  place text not null,
  app_id text not null,
  permissions jsonb not null,
  unique (place, app_id)
);
create table if not exists online_meeting (
  join_url text primary key,
  options jsonb not null
);
`;

/**
 * Notes each change of a copy, and queues what its mailbox's subscribers are told, in the transaction of the change.
 *
 * Seeded weeks and bookkeeping that leaves the change key alone are no changes.
 */
const triggers = `
create or replace function note_event_change() returns trigger language plpgsql as $body$
declare
  kind text := case when tg_op = 'INSERT' then 'created' when new.deleted_at is null then 'updated' else 'deleted' end;
begin
  insert into event_change (event_id, mailbox, before) values (new.id, new.mailbox,
    case when tg_op = 'UPDATE' then jsonb_build_object('startAt', old.start_at, 'endAt', old.end_at,
      'content', case when old.until_at is not null then old.content - 'body' end) end);
  insert into notification (subscription, mailbox, url, item, due_at)
  select s.id, s.mailbox, s.notification_url, jsonb_build_object(
    'subscriptionId', s.id,
    'subscriptionExpirationDateTime', to_char(s.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"0000Z"'),
    'changeType', kind,
    'resource', 'Users/' || new.mailbox || '/Events/' || item.id,
    'resourceData', jsonb_build_object(
      '@odata.type', '#Microsoft.Graph.Event',
      '@odata.id', 'Users/' || new.mailbox || '/Events/' || item.id,
      '@odata.etag', 'W/"' || new.change_key || '"',
      'id', item.id),
    'clientState', s.client_state), clock_timestamp()
  from subscription s
  cross join lateral (select case when s.immutable_ids then new.immutable_id else new.id end as id) item
  where s.mailbox = new.mailbox and kind = any (s.change_types) and s.expires_at > new.modified_at;
  return null;
end $body$;
create or replace trigger event_made after insert on event for each row
  when (not new.seeded) execute function note_event_change();
create or replace trigger event_changed after update on event for each row
  when (old.change_key is distinct from new.change_key) execute function note_event_change();
`;

/** Any number names this lock; two processes that start together must not both create. */
const schemaLock = 7_340_121;

/** Creates what is missing. Safe at every start and for two processes at once. */
export async function createSchema(pool: Pool): Promise<void> {
  await pool.query(`begin; select pg_advisory_xact_lock(${schemaLock}); ${tables} ${triggers} commit;`);
}
