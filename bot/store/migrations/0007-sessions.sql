-- Sessions with all their steps; what is typed around them; who is in a meeting; and what people choose of the library.

-- Steps that change rows say so: the walls bind the owner too.
alter table app.session no force row level security;
alter table app.session drop constraint session_phase_check;
alter table app.session
  add column been text[] not null default '{}'
    check (been <@ array['since', 'prompts', 'exercise', 'appreciate', 'learn', 'book']),
  add column is_light boolean not null default false,
  add column first text,
  add column spoken text[] not null default '{}',
  add column turn_since timestamptz,
  add column exercise_id text,
  add column exercise_step integer not null default 0 check (exercise_step >= 0),
  add column ready text[] not null default '{}',
  add column revealed text[] not null default '{}' check (revealed <@ array['appreciation', 'learned']),
  add column sharing text[] not null default '{}',
  add column has_left boolean not null default false,
  add column is_staged boolean not null default false,
  add column step_since integer not null default 1 check (step_since >= 1);

-- A session of the former version goes on where it was. What came of last time was no part of it, and is not gone back to.
update app.session set
  phase = case phase when 'speak' then 'turn' when 'close' then 'learn' else phase end,
  offered = case phase when 'choose' then offered else '{}' end,
  been = case phase
    when 'arrive' then '{}'
    when 'close' then '{since,prompts,exercise,appreciate,learn}'
    else '{since,prompts}' end::text[],
  spoken = case when phase = 'speak' then (
    select coalesce(array_agg(spoke.id order by spoke.place), '{}')
    from unnest(members) with ordinality as spoke (id, place)
    where (cardinality(members) + place - array_position(members, opener) - (round - 1)) % cardinality(members)
      < (cardinality(members) + array_position(members, speaker) - array_position(members, opener) - (round - 1))
        % cardinality(members))
    else '{}' end,
  step_since = case phase when 'arrive' then 1 else version end;

alter table app.session
  add check (phase in ('arrive', 'since', 'choose', 'who-first', 'turn', 'follow-up', 'exercise', 'appreciate', 'learn',
    'book', 'over')),
  -- Nothing of a turn's seconds outlives it.
  add check (turn_since is null or phase = 'turn'),
  alter column been drop default,
  alter column is_light drop default,
  alter column spoken drop default,
  alter column exercise_step drop default,
  alter column ready drop default,
  alter column revealed drop default,
  alter column sharing drop default,
  alter column has_left drop default,
  alter column is_staged drop default,
  alter column step_since drop default,
  -- Each tap writes the row anew: room for it beside the old one.
  set (fillfactor = 50);
alter table app.session force row level security;

-- What a person types around a session, sealed.
create table app.session_words (
  tenant_id text not null,
  check_in_id text not null,
  pair_id text not null,
  author text not null,
  kind text not null check (kind in ('carry-over', 'appreciation', 'learned', 'notes')),
  text bytea not null,
  version integer not null check (version >= 1),
  primary key (tenant_id, check_in_id, author, kind),
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id),
  foreign key (tenant_id, pair_id, author) references app.pair_member
);

-- Whom each names as having more authority here, until all have: "no-difference", or one of the pair.
create table app.session_named (
  tenant_id text not null,
  session_id text not null,
  pair_id text not null,
  person_id text not null,
  named text not null,
  primary key (tenant_id, session_id, person_id),
  foreign key (tenant_id, session_id, pair_id) references app.session (tenant_id, id, pair_id),
  foreign key (tenant_id, pair_id, person_id) references app.pair_member
);

-- Two taps after a session.
create table app.reflection (
  tenant_id text not null,
  check_in_id text not null,
  pair_id text not null,
  author text not null,
  felt_heard text check (felt_heard in ('yes', 'partly', 'not-today')),
  room_to_speak text check (room_to_speak in ('yes', 'partly', 'not-today')),
  is_shared boolean not null,
  primary key (tenant_id, check_in_id, author),
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id),
  foreign key (tenant_id, pair_id, author) references app.pair_member
);

-- Who is in a meeting, as far as Teams told since it began, and where the bot reaches its chat. Its moments stand as Teams
-- wrote them, which is finer than timestamps are. Version 0 is a room of which nothing is known but its chat.
create table app.meeting_room (
  tenant_id text not null,
  chat_id text not null,
  started_at text,
  participants jsonb not null check (jsonb_typeof(participants) = 'array'),
  conversation jsonb,
  -- The beginning of the meeting that was greeted last.
  greeted text,
  version integer not null check (version >= 0),
  primary key (tenant_id, chat_id)
);

-- A meeting in which a check-in is held that was not booked with it. The link may be made before the check-in, in one transaction.
create table app.room_link (
  tenant_id text not null,
  chat_id text not null,
  check_in_id text not null,
  pair_id text not null,
  linked_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, chat_id),
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id)
    deferrable initially deferred
);
create index room_link_check_in on app.room_link (tenant_id, check_in_id);
create index check_in_chat on app.check_in (tenant_id, event_chat_id) where event_chat_id is not null;

-- Prompts of the organisation's own. Their words are the organisation's, and lie open.
create table app.organisation_prompt (
  tenant_id text not null,
  id text not null,
  stage text not null check (stage in ('agree', 'story', 'lens', 'difference', 'change', 'close')),
  theme text not null check (theme in ('self', 'partnership', 'work-and-power', 'difference', 'growth')),
  kind text not null check (kind in ('opener', 'core', 'longer', 'exercise')),
  depth integer not null check (depth in (1, 2, 3, 4)),
  minutes integer not null check (minutes > 0),
  who_first text not null check (who_first in ('alternate', 'more-authority', 'either')),
  text text not null,
  follow_ups text[] not null,
  lighter text not null,
  labels text[] not null check (labels <@ array['mistakes', 'conflict', 'feedback', 'recognition', 'career',
    'pay-and-reward', 'workload', 'home-life', 'health', 'age-and-experience', 'belonging', 'authority', 'trust', 'change',
    'endings']),
  purposes text[] not null
    check (purposes <@ array['inclusion', 'connecting-generations', 'leadership-at-all-levels', 'collaboration-across-silos']),
  version integer not null check (version >= 1),
  added_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);

-- Prompts, built in or the organisation's own, that are no longer offered.
create table app.retired_prompt (
  tenant_id text not null,
  prompt_id text not null,
  primary key (tenant_id, prompt_id)
);

-- A person's favourites, and the topics that person leaves out.
create table app.prompt_choice (
  tenant_id text not null,
  person_id text not null,
  favourites text[] not null,
  muted text[] not null check (muted <@ array['mistakes', 'conflict', 'feedback', 'recognition', 'career',
    'pay-and-reward', 'workload', 'home-life', 'health', 'age-and-experience', 'belonging', 'authority', 'trust', 'change',
    'endings']),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references app.person
);

-- How deep a person is ready to go in a pair.
create table app.depth_readiness (
  tenant_id text not null,
  pair_id text not null,
  person_id text not null,
  depth integer not null check (depth in (1, 2, 3, 4)),
  primary key (tenant_id, pair_id, person_id),
  foreign key (tenant_id, pair_id, person_id) references app.pair_member
);

-- A prompt that one of the pair brings to a check-in.
create table app.brought_prompt (
  tenant_id text not null,
  check_in_id text not null,
  pair_id text not null,
  person_id text not null,
  prompt_id text not null,
  primary key (tenant_id, check_in_id, person_id),
  foreign key (tenant_id, check_in_id, pair_id) references app.check_in (tenant_id, id, pair_id),
  foreign key (tenant_id, pair_id, person_id) references app.pair_member
);
