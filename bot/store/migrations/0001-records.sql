-- The records. Every key begins with the tenant, and every reference stays inside it.

create schema app;

create table app.person (
  tenant_id text not null,
  id text not null,
  name text not null,
  full_name text not null,
  locale text not null,
  time_zone text not null,
  primary key (tenant_id, id)
);

create table app.programme (
  tenant_id text not null,
  id text not null,
  name text not null,
  purposes text[] not null
    check (purposes <@ array['inclusion', 'connecting-generations', 'leadership-at-all-levels', 'collaboration-across-silos']),
  statement text not null,
  sponsor_name text not null,
  primary key (tenant_id, id)
);

create table app.role_grant (
  tenant_id text not null,
  person_id text not null,
  programme_id text not null,
  role text not null check (role in ('coordinator')),
  primary key (tenant_id, person_id, programme_id, role),
  foreign key (tenant_id, person_id) references app.person,
  foreign key (tenant_id, programme_id) references app.programme
);
create index role_grant_programme on app.role_grant (tenant_id, programme_id);

create table app.cohort (
  tenant_id text not null,
  id text not null,
  programme_id text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  minutes integer not null check (minutes > 0),
  cadence_days integer not null check (cadence_days > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references app.programme
);
create index cohort_programme on app.cohort (tenant_id, programme_id);

create table app.pair (
  tenant_id text not null,
  id text not null,
  cohort_id text not null,
  status text not null check (status in ('agreeing', 'meeting', 'paused', 'closed', 'ended')),
  formed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, cohort_id) references app.cohort
);
create index pair_cohort on app.pair (tenant_id, cohort_id);

create table app.pair_member (
  tenant_id text not null,
  pair_id text not null,
  person_id text not null,
  voice text not null check (voice in ('voice-1', 'voice-2', 'voice-3')),
  primary key (tenant_id, pair_id, person_id),
  unique (tenant_id, pair_id, voice),
  foreign key (tenant_id, pair_id) references app.pair,
  foreign key (tenant_id, person_id) references app.person
);
create index pair_member_person on app.pair_member (tenant_id, person_id, pair_id);

-- The key that seals a pair's words, itself sealed by the master key named beside it.
create table app.pair_key (
  tenant_id text not null,
  pair_id text not null,
  id text not null,
  wrapped bytea not null,
  wrapped_by text not null,
  primary key (tenant_id, pair_id),
  foreign key (tenant_id, pair_id) references app.pair
);
create index pair_key_wrapped_by on app.pair_key (wrapped_by);

create table app.agreement (
  tenant_id text not null,
  pair_id text not null,
  lines bytea not null,
  primary key (tenant_id, pair_id),
  foreign key (tenant_id, pair_id) references app.pair
);

create table app.goal (
  tenant_id text not null,
  id text not null,
  pair_id text not null,
  owner text,
  words bytea not null,
  review_on date,
  state text not null check (state in ('open', 'done', 'let-go')),
  version integer not null check (version >= 1),
  added_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, pair_id) references app.pair,
  foreign key (tenant_id, pair_id, owner) references app.pair_member
);
create index goal_pair on app.goal (tenant_id, pair_id, added_at);

create table app.check_in (
  tenant_id text not null,
  id text not null,
  pair_id text not null,
  number integer not null check (number >= 1),
  status text not null
    check (status in ('asked', 'booking', 'booked', 'held', 'missed', 'cancelled', 'needs-you')),
  minutes integer not null check (minutes > 0),
  opener text not null,
  booker text not null,
  offered jsonb not null check (jsonb_typeof(offered) = 'array'),
  slot_starts_at timestamptz,
  slot_ends_at timestamptz,
  slot_stretches text,
  booking_id text,
  event_organiser text,
  event_id text,
  event_i_cal_uid text,
  event_join_url text,
  event_chat_id text,
  version integer not null check (version >= 1),
  wished_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  -- A session and its check-in belong to one pair: the reference from app.session carries all three.
  unique (tenant_id, id, pair_id),
  unique (tenant_id, booking_id),
  foreign key (tenant_id, pair_id) references app.pair,
  foreign key (tenant_id, pair_id, opener) references app.pair_member,
  foreign key (tenant_id, pair_id, booker) references app.pair_member,
  foreign key (tenant_id, pair_id, event_organiser) references app.pair_member,
  check (num_nonnulls(slot_starts_at, slot_ends_at) in (0, 2)),
  check (num_nonnulls(event_organiser, event_id, event_i_cal_uid) in (0, 3))
);
-- Numbers count sessions that were held, so the one after a missed or cancelled check-in has the same number.
create unique index check_in_number on app.check_in (tenant_id, pair_id, number) where status not in ('missed', 'cancelled');
create index check_in_pair on app.check_in (tenant_id, pair_id, number, wished_at);

create table app.check_in_card (
  tenant_id text not null,
  check_in_id text not null,
  person_id text not null,
  activity_id text not null,
  primary key (tenant_id, check_in_id, person_id),
  foreign key (tenant_id, check_in_id) references app.check_in,
  foreign key (tenant_id, person_id) references app.person
);

-- No reference to app.person: the bot may be installed for someone before a programme knows that person.
create table app.conversation (
  tenant_id text not null,
  person_id text not null,
  reference jsonb not null,
  primary key (tenant_id, person_id)
);

create table app.session (
  tenant_id text not null,
  id text not null,
  check_in_id text not null,
  pair_id text not null,
  number integer not null check (number >= 1),
  members text[] not null,
  opener text not null,
  phase text not null check (phase in ('arrive', 'choose', 'speak', 'close', 'over')),
  round integer not null check (round >= 1),
  arrived text[] not null,
  offered text[] not null,
  used text[] not null,
  prompt_id text,
  speaker text,
  uneven boolean not null,
  version integer not null check (version >= 1),
  primary key (tenant_id, id),
  unique (tenant_id, check_in_id),
  unique (tenant_id, id, pair_id),
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id),
  foreign key (tenant_id, pair_id, opener) references app.pair_member
);
create index session_pair on app.session (tenant_id, pair_id);

create table app.session_command (
  tenant_id text not null,
  session_id text not null,
  command_id text not null,
  pair_id text not null,
  primary key (tenant_id, session_id, command_id),
  foreign key (tenant_id, session_id, pair_id) references app.session (tenant_id, id, pair_id)
);

create table app.journal_entry (
  tenant_id text not null,
  id text not null,
  pair_id text not null,
  author text not null,
  text bytea not null,
  audience text not null check (audience in ('only-me', 'partner')),
  session_number integer check (session_number >= 1),
  written_at timestamptz not null,
  version integer not null check (version >= 1),
  primary key (tenant_id, id),
  foreign key (tenant_id, pair_id) references app.pair,
  foreign key (tenant_id, pair_id, author) references app.pair_member
);
create index journal_entry_pair on app.journal_entry (tenant_id, pair_id, written_at desc);
