-- Check-ins that move, are cancelled and follow Outlook; what people are told of them; and how we listen.

-- Steps that change rows say so: the walls bind the owner too.
alter table app.check_in no force row level security;
alter table app.check_in drop constraint check_in_status_check;
alter table app.check_in
  add check (status in ('asked', 'booking', 'booked', 'moving', 'held', 'missed', 'cancelled', 'needs-you')),
  add column slot_stretch jsonb,
  add column move_id text,
  add column move_slot jsonb,
  add column move_by text,
  add column declined text[] not null default '{}',
  add column guests integer not null default 0 check (guests >= 0),
  add column app_in_chat text not null default 'unknown' check (app_in_chat in ('unknown', 'done', 'refused')),
  add column recording_off text not null default 'unknown' check (recording_off in ('unknown', 'done', 'refused')),
  add column cancel_note bytea,
  add column settled_by text,
  add column changed_at timestamptz not null default clock_timestamp(),
  add check (num_nonnulls(move_id, move_slot, move_by) in (0, 3)),
  add unique (tenant_id, move_id),
  add foreign key (tenant_id, pair_id, move_by) references app.pair_member,
  add foreign key (tenant_id, pair_id, settled_by) references app.pair_member;

-- A stretched time knew only whose day it stretches.
update app.check_in set
  slot_stretch = case when slot_stretches is not null
    then jsonb_build_object('person', slot_stretches, 'side', 'after', 'lastBorneBy', null) end,
  offered = (
    select coalesce(jsonb_agg(
      one.slot - 'stretches' || jsonb_build_object('stretch', case when one.slot ->> 'stretches' is not null
        then jsonb_build_object('person', one.slot ->> 'stretches', 'side', 'after', 'lastBorneBy', null) end)
      order by one.place), '[]')
    from jsonb_array_elements(offered) with ordinality as one (slot, place));
alter table app.check_in
  drop column slot_stretches,
  alter column declined drop default,
  alter column guests drop default,
  alter column app_in_chat drop default,
  alter column recording_off drop default;

-- Of two who ask at once, one is the first. What is over keeps its number, though a missed one turns out to have been held.
drop index app.check_in_number;
create unique index check_in_number on app.check_in (tenant_id, pair_id, number)
  where status not in ('held', 'missed', 'cancelled');
create index check_in_start on app.check_in (tenant_id, slot_starts_at)
  where status in ('booked', 'moving', 'needs-you');
create index check_in_owing on app.check_in (tenant_id, changed_at)
  where status in ('booking', 'moving') or (status = 'cancelled' and booking_id is not null);
create index check_in_event on app.check_in (tenant_id, event_i_cal_uid);

create table app.news (
  tenant_id text not null,
  check_in_id text not null,
  pair_id text not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in (
    'booked', 'slot-lost', 'cannot-book', 'moved', 'move-lost', 'cancelled', 'moved-in-outlook',
    'length-changed-in-outlook', 'cancelled-in-outlook', 'declined-in-outlook', 'accepted-in-outlook',
    'link-removed-in-outlook', 'link-returned-in-outlook', 'guests-changed-in-outlook', 'organiser-left', 'answered')),
  by text,
  was jsonb,
  happened_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, check_in_id, number),
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id),
  foreign key (tenant_id, pair_id, by) references app.pair_member
);
create index news_pair on app.news (tenant_id, pair_id);

-- What the bot said by itself, or is about to say.
create table app.rhythm_claim (
  tenant_id text not null,
  check_in_id text not null,
  person_id text not null,
  kind text not null check (kind in ('day-before', 'ten-minutes-before', 'how-it-went')),
  starts_at timestamptz not null,
  primary key (tenant_id, check_in_id, person_id, kind, starts_at),
  foreign key (tenant_id, check_in_id) references app.check_in,
  foreign key (tenant_id, person_id) references app.person
);

create table app.mailbox_watch (
  tenant_id text not null,
  person_id text not null,
  subscription_id text,
  client_state text,
  expires_at timestamptz,
  delta_link text,
  delta_until timestamptz,
  primary key (tenant_id, person_id),
  unique (tenant_id, subscription_id),
  foreign key (tenant_id, person_id) references app.person,
  check (num_nonnulls(subscription_id, client_state, expires_at) in (0, 3))
);

-- The id that a check-in's event has in each mailbox.
create table app.event_copy (
  tenant_id text not null,
  check_in_id text not null,
  person_id text not null,
  event_id text not null,
  primary key (tenant_id, check_in_id, person_id),
  foreign key (tenant_id, check_in_id) references app.check_in,
  foreign key (tenant_id, person_id) references app.person
);
create index event_copy_event on app.event_copy (tenant_id, person_id, event_id);

-- The refresh token is sealed by the master key that its header names.
create table app.calendar_grant (
  tenant_id text not null,
  person_id text not null,
  refresh_token bytea not null,
  state text not null check (state in ('works', 'broken')),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references app.person
);

create table app.cohort_booking (
  tenant_id text not null,
  id text not null,
  cohort_id text not null,
  by text not null,
  status text not null
    check (status in ('looking', 'ready', 'running', 'paused', 'done', 'undoing', 'undone', 'discarded')),
  card text,
  version integer not null check (version >= 1),
  begun_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, cohort_id) references app.cohort,
  foreign key (tenant_id, by) references app.person
);
create index cohort_booking_cohort on app.cohort_booking (tenant_id, cohort_id, begun_at);
-- A cohort is booked by one at a time.
create unique index cohort_booking_under_way on app.cohort_booking (tenant_id, cohort_id)
  where status not in ('done', 'undone', 'discarded');

create table app.pair_booking (
  tenant_id text not null,
  cohort_booking_id text not null,
  pair_id text not null,
  status text not null check (status in ('looking', 'can', 'cannot', 'booking', 'booked', 'undoing', 'undone')),
  slot jsonb,
  check_in_id text,
  reason text check (reason in (
    'already-booked', 'calendar-unreadable', 'no-mailbox', 'outside-the-organisation', 'no-time-in-common',
    'time-was-taken', 'outlook-refused', 'undone-by-the-pair')),
  primary key (tenant_id, cohort_booking_id, pair_id),
  foreign key (tenant_id, cohort_booking_id) references app.cohort_booking,
  foreign key (tenant_id, pair_id) references app.pair,
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id)
);
create index pair_booking_status on app.pair_booking (tenant_id, cohort_booking_id, status, pair_id);
create index pair_booking_check_in on app.pair_booking (tenant_id, check_in_id);

-- When the next message may be sent.
create table app.pace (
  tenant_id text not null,
  next_at timestamptz not null,
  primary key (tenant_id)
);

-- What a job of the former kind was still to tell becomes the check-in's first news; its queue is moved after this step.
do $$
begin
  if to_regclass('boss.job') is not null then
    insert into app.news (tenant_id, check_in_id, pair_id, number, kind, by)
    select distinct check_in.tenant_id, check_in.id, check_in.pair_id, 1,
      case check_in.status when 'needs-you' then 'slot-lost' else 'booked' end,
      case check_in.status when 'needs-you' then null else check_in.booker end
    from boss.job
    join app.check_in on check_in.tenant_id = job.data ->> 'tenantId' and check_in.id = job.data ->> 'checkInId'
    where job.name = 'tell-booking' and job.state in ('created', 'retry', 'active')
      and check_in.status in ('booked', 'needs-you');
  end if;
end
$$;

alter table app.check_in force row level security;
