-- Who may do what to the rows of step 0007, and what the new jobs may do to the older ones. As in steps 0003 and 0006.

alter table app.session_words enable row level security, force row level security;
alter table app.session_named enable row level security, force row level security;
alter table app.reflection enable row level security, force row level security;
alter table app.meeting_room enable row level security, force row level security;
alter table app.room_link enable row level security, force row level security;
alter table app.organisation_prompt enable row level security, force row level security;
alter table app.retired_prompt enable row level security, force row level security;
alter table app.prompt_choice enable row level security, force row level security;
alter table app.depth_readiness enable row level security, force row level security;
alter table app.brought_prompt enable row level security, force row level security;

create policy tenant_wall on app.session_words as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.session_named as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.reflection as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.meeting_room as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.room_link as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.organisation_prompt as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.retired_prompt as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.prompt_choice as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.depth_readiness as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.brought_prompt as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));

-- The functions below look past the walls, a tenant at a time.
create policy owner_looks on app.programme for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.session for select to current_user using (tenant_id = (select app.tenant_id()));
-- To lock a session is to be able to change it; the owner changes none.
create policy owner_locks on app.session for update to current_user
  using (tenant_id = (select app.tenant_id())) with check (false);
create policy owner_looks on app.session_named for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_adds on app.session_named for insert to current_user
  with check (tenant_id = (select app.tenant_id()));
create policy owner_changes on app.session_named for update to current_user
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy owner_erases on app.session_named for delete to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.reflection for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.meeting_room for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.room_link for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_adds on app.room_link for insert to current_user with check (tenant_id = (select app.tenant_id()));
create policy owner_changes on app.room_link for update to current_user
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.prompt_choice for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.depth_readiness for select to current_user using (tenant_id = (select app.tenant_id()));

-- Whether a pair is one of the acting participant's.
create function app.is_my_pair(pair_id text) returns boolean language sql stable security definer set search_path = ''
  return exists (
    select from app.pair_member
    where tenant_id = app.tenant_id() and pair_member.pair_id = $1 and person_id = app.participant_id());

-- Everyone in the acting participant's pairs, as before and with one look.
create or replace function app.my_people() returns text[] language sql stable security definer set search_path = ''
  return array(
    select other.person_id
    from app.pair_member as mine
    join app.pair_member as other on other.tenant_id = mine.tenant_id and other.pair_id = mine.pair_id
    where mine.tenant_id = app.tenant_id() and mine.person_id = app.participant_id());

-- Whether everybody in the check-in's pair has answered something and chosen to share it.
create function app.reflections_revealed(check_in_id text) returns boolean
  language sql stable security definer set search_path = ''
  return (
    select not exists (
      select from app.pair_member
      where pair_member.tenant_id = check_in.tenant_id and pair_member.pair_id = check_in.pair_id
        and not exists (
          select from app.reflection
          where reflection.tenant_id = check_in.tenant_id and reflection.check_in_id = check_in.id
            and reflection.author = pair_member.person_id and reflection.is_shared
            and num_nonnulls(reflection.felt_heard, reflection.room_to_speak) > 0))
    from app.check_in
    where check_in.tenant_id = app.tenant_id() and check_in.id = $1 and app.is_my_pair(check_in.pair_id));

-- Whether the actor takes part, or coordinates, in a programme of the tenant: then the library is theirs to read.
create function app.is_in_programme() returns boolean language sql stable security definer set search_path = ''
  return app.role() = any (app.my_roles());

-- Whether the actor coordinates a programme, in that role.
create function app.coordinates() returns boolean language sql stable security definer set search_path = ''
  return cardinality((select app.my_programmes())::text[]) > 0;

-- The older rows, for the jobs of meetings: which check-in is held in a room, who is in its pair, and its session.
alter policy job_reads on app.check_in using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'tell-news', 'watch-mailbox', 'sweep-mailbox',
  'sweep-mailboxes', 'take-notices', 'keep-rhythm', 'tell-rhythm', 'note-meeting', 'greet-meeting',
  'preview-cohort-booking', 'book-cohort', 'import-programme'));
alter policy job_reads on app.pair using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'tell-news', 'keep-rhythm', 'tell-rhythm',
  'note-meeting', 'greet-meeting', 'preview-cohort-booking', 'book-cohort', 'import-programme'));
alter policy job_reads on app.pair_member using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'tell-news', 'watch-mailbox', 'sweep-mailbox',
  'sweep-mailboxes', 'keep-rhythm', 'tell-rhythm', 'note-meeting', 'greet-meeting', 'preview-cohort-booking', 'book-cohort',
  'import-programme'));
alter policy job_reads on app.person using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'follow-check-in', 'tell-news', 'keep-rhythm', 'tell-rhythm', 'tell-connection',
  'greet-meeting', 'preview-cohort-booking', 'book-cohort', 'tell-cohort-booking', 'import-programme'));

-- Sessions: the pair's; the jobs of meetings read them, and the one that hears of a stranger takes a prompt off the stage.
grant update (been, is_light, first, spoken, turn_since, exercise_id, exercise_step, ready, revealed, sharing, has_left,
  is_staged, step_since) on app.session to :"server_role";
create policy job_reads on app.session for select to :"server_role"
  using ((select app.job()) in ('note-meeting', 'greet-meeting'));
create policy job_updates on app.session for update to :"server_role"
  using ((select app.job()) = 'note-meeting') with check ((select app.job()) = 'note-meeting');
create policy job_inserts on app.session_command for insert to :"server_role"
  with check ((select app.job()) = 'note-meeting');

-- A job changes nothing of a session but what stands on the stage.
create function app.keep_session_from_jobs() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.is_staged or to_jsonb(new) - '{is_staged,version}'::text[] <> to_jsonb(old) - '{is_staged,version}'::text[] then
    raise insufficient_privilege using message = 'A job may take a prompt off the stage, and do no more to a session.';
  end if;
  return new;
end $$;
create trigger keep_session_from_jobs before update on app.session
  for each row when (app.job() is not null) execute function app.keep_session_from_jobs();

-- Words around a session: the author's. The others in the pair read carry-overs that are shared, and what is revealed.
grant select, insert, update (text, version), delete on app.session_words to :"server_role";
create policy author_reads on app.session_words for select to :"server_role"
  using (author = (select app.participant_id()));
create policy partner_reads on app.session_words for select to :"server_role"
  using (kind <> 'notes' and pair_id = any ((select app.my_pairs())::text[]) and exists (
    select from app.session
    where session.tenant_id = session_words.tenant_id and session.check_in_id = session_words.check_in_id
      and case session_words.kind
        when 'carry-over' then session_words.author = any (session.sharing)
        else session_words.kind = any (session.revealed) end));
create policy author_inserts on app.session_words for insert to :"server_role"
  with check (author = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy author_updates on app.session_words for update to :"server_role"
  using (author = (select app.participant_id()))
  with check (author = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy author_deletes on app.session_words for delete to :"server_role"
  using (author = (select app.participant_id()));

-- Whom each names: nobody's to read, and nobody's to write but through these functions.

-- Keeps whom the acting participant names, in place of what that person named before; nothing where the session is not at
-- that step, not of a pair of the person's, or the one named not in it.
create function app.name_first(session_id text, named text) returns void
  language sql volatile security definer set search_path = ''
  begin atomic
    insert into app.session_named (tenant_id, session_id, pair_id, person_id, named)
    select session.tenant_id, session.id, session.pair_id, app.participant_id(), $2
    from app.session
    where session.tenant_id = app.tenant_id() and session.id = $1 and app.is_my_pair(session.pair_id)
      and session.phase = 'who-first' and ($2 = 'no-difference' or $2 = any (session.members))
    on conflict on constraint session_named_pkey do update set named = excluded.named;
  end;

-- What everybody in a session of the acting participant's has named, in an order that says nothing, and erases it; null
-- while somebody has not. Whoever asks waits for others who ask, and sees what they had named: of two who name at
-- once, the second gets the list.
create function app.take_named(session_id text) returns text[]
  language plpgsql volatile security definer set search_path = '' as $$
declare
  present text[];
  taken text[];
begin
  select members into present from app.session
    where tenant_id = app.tenant_id() and id = $1 and app.is_my_pair(pair_id) for no key update;
  if present is null or exists (
    select from unnest(present) as member
    where not exists (
      select from app.session_named
      where tenant_id = app.tenant_id() and session_named.session_id = $1 and person_id = member))
  then return null;
  end if;
  with erased as (
    delete from app.session_named
    where tenant_id = app.tenant_id() and session_named.session_id = $1
    returning named)
  select array_agg(named order by named) into taken from erased;
  return taken;
end $$;

-- Erases it unread.
create function app.forget_named(session_id text) returns void
  language sql volatile security definer set search_path = ''
  begin atomic
    delete from app.session_named
    where tenant_id = app.tenant_id() and session_named.session_id = $1 and app.is_my_pair(pair_id);
  end;

-- What was named is gone with the step, however the step was left.
create function app.forget_named_with_step() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from app.session_named where tenant_id = new.tenant_id and session_named.session_id = new.id;
  return null;
end $$;
create trigger forget_named_with_step after update on app.session
  for each row when (old.phase = 'who-first' and new.phase <> 'who-first') execute function app.forget_named_with_step();

-- Taps: the author's; everybody's in the pair once everybody's are revealed, and unchangeable from then on.
grant select, insert, update (felt_heard, room_to_speak, is_shared) on app.reflection to :"server_role";
create policy author_reads on app.reflection for select to :"server_role"
  using (author = (select app.participant_id()));
create policy partner_reads on app.reflection for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]) and app.reflections_revealed(check_in_id));
create policy author_inserts on app.reflection for insert to :"server_role"
  with check (author = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy author_updates on app.reflection for update to :"server_role"
  using (author = (select app.participant_id()) and not app.reflections_revealed(check_in_id))
  with check (author = (select app.participant_id()));

-- Rooms: the jobs of meetings. Participants learn from the functions below whether they are alone, and no more.
grant select, insert, update (started_at, participants, conversation, greeted, version) on app.meeting_room to :"server_role";
create policy job_reads on app.meeting_room for select to :"server_role"
  using ((select app.job()) in ('note-meeting', 'greet-meeting'));
create policy job_inserts on app.meeting_room for insert to :"server_role"
  with check ((select app.job()) = 'note-meeting');
create policy job_updates on app.meeting_room for update to :"server_role"
  using ((select app.job()) in ('note-meeting', 'greet-meeting'))
  with check ((select app.job()) in ('note-meeting', 'greet-meeting'));

-- Links of rooms to check-ins: the pair's, and the jobs of meetings. They are made by the function below.
grant select on app.room_link to :"server_role";
create policy participant_reads on app.room_link for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.room_link for select to :"server_role"
  using ((select app.job()) in ('note-meeting', 'greet-meeting'));

-- Links a meeting to a check-in of the acting participant's pair. Answers whether the meeting is that check-in's now: it
-- is not where it belongs to another pair, or to another check-in of the pair's that is not over.
create function app.link_room(chat_id text, check_in_id text, pair_id text) returns boolean
  language sql volatile security definer set search_path = ''
  begin atomic
    insert into app.room_link (tenant_id, chat_id, check_in_id, pair_id)
    select app.tenant_id(), $1, $2, $3
    where app.is_my_pair($3) and not exists (
      select from app.check_in
      where check_in.tenant_id = app.tenant_id() and check_in.event_chat_id = $1 and check_in.id <> $2
        and (check_in.pair_id <> $3 or check_in.status not in ('held', 'missed', 'cancelled')))
    on conflict on constraint room_link_pkey do update
      set check_in_id = excluded.check_in_id, linked_at = clock_timestamp()
      where room_link.pair_id = excluded.pair_id and room_link.check_in_id <> excluded.check_in_id and exists (
        select from app.check_in
        where check_in.tenant_id = room_link.tenant_id and check_in.id = room_link.check_in_id
          and check_in.status in ('held', 'missed', 'cancelled'));
    select exists (
      select from app.room_link
      where room_link.tenant_id = app.tenant_id() and room_link.chat_id = $1 and room_link.check_in_id = $2
        and room_link.pair_id = $3 and app.is_my_pair($3));
  end;

-- Whether the pair is known to be alone in the rooms of its check-in, as the domain's `isAlone` says it: a start was heard,
-- somebody is in, and nobody but the pair.
create function app.is_alone(check_in_id text) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    with held as (
      select check_in.id, check_in.event_chat_id,
        array(select pair_member.person_id from app.pair_member
          where pair_member.tenant_id = check_in.tenant_id and pair_member.pair_id = check_in.pair_id) as members
      from app.check_in
      where check_in.tenant_id = app.tenant_id() and check_in.id = $1),
    chats as (
      select event_chat_id as chat_id from held
      union
      select room_link.chat_id from held
      join app.room_link on room_link.tenant_id = app.tenant_id() and room_link.check_in_id = held.id)
    select coalesce(bool_and(held.members @> array[present.person]), false)
    from held
    cross join chats
    join app.meeting_room on meeting_room.tenant_id = app.tenant_id() and meeting_room.chat_id = chats.chat_id
    cross join lateral (
      select one ->> 'personId' as person
      from jsonb_array_elements(meeting_room.participants) as one
      where (one ->> 'isIn')::boolean) as present
    where meeting_room.started_at is not null and app.participant_id() = any (held.members);
  end;

-- The library: everyone in the programme reads it; coordinators write and retire.
grant select, insert, update (stage, theme, kind, depth, minutes, who_first, text, follow_ups, lighter, labels, purposes,
  version) on app.organisation_prompt to :"server_role";
create policy person_reads on app.organisation_prompt for select to :"server_role"
  using ((select app.is_in_programme()));
create policy coordinator_inserts on app.organisation_prompt for insert to :"server_role"
  with check ((select app.coordinates()));
create policy coordinator_updates on app.organisation_prompt for update to :"server_role"
  using ((select app.coordinates())) with check ((select app.coordinates()));

grant select, insert, delete on app.retired_prompt to :"server_role";
create policy person_reads on app.retired_prompt for select to :"server_role"
  using ((select app.is_in_programme()));
create policy coordinator_inserts on app.retired_prompt for insert to :"server_role"
  with check ((select app.coordinates()));
create policy coordinator_deletes on app.retired_prompt for delete to :"server_role"
  using ((select app.coordinates()));

-- Choices about prompts, and readiness: one's own. Of others' only what they make together, from the functions below.
grant select, insert, update (favourites, muted) on app.prompt_choice to :"server_role";
create policy participant_reads on app.prompt_choice for select to :"server_role"
  using (person_id = (select app.participant_id()));
create policy participant_inserts on app.prompt_choice for insert to :"server_role"
  with check (person_id = (select app.participant_id()));
create policy participant_updates on app.prompt_choice for update to :"server_role"
  using (person_id = (select app.participant_id())) with check (person_id = (select app.participant_id()));

grant select, insert, update (depth) on app.depth_readiness to :"server_role";
create policy participant_reads on app.depth_readiness for select to :"server_role"
  using (person_id = (select app.participant_id()));
create policy participant_inserts on app.depth_readiness for insert to :"server_role"
  with check (person_id = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy participant_updates on app.depth_readiness for update to :"server_role"
  using (person_id = (select app.participant_id())) with check (person_id = (select app.participant_id()));

-- What one of the pair brings: the pair's to see, its own person's to change.
grant select, insert, update (prompt_id), delete on app.brought_prompt to :"server_role";
create policy participant_reads on app.brought_prompt for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.brought_prompt for insert to :"server_role"
  with check (person_id = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy participant_updates on app.brought_prompt for update to :"server_role"
  using (person_id = (select app.participant_id())) with check (person_id = (select app.participant_id()));
create policy participant_deletes on app.brought_prompt for delete to :"server_role"
  using (person_id = (select app.participant_id()));

-- The topics that anybody in the acting participant's pair leaves out, each once.
create function app.muted_in(pair_id text) returns text[] language sql stable security definer set search_path = ''
  return array(
    select distinct topic
    from app.pair_member
    join app.prompt_choice
      on prompt_choice.tenant_id = pair_member.tenant_id and prompt_choice.person_id = pair_member.person_id
    cross join unnest(prompt_choice.muted) as topic
    where pair_member.tenant_id = app.tenant_id() and pair_member.pair_id = $1 and app.is_my_pair($1)
    order by topic);

-- The least depth that anybody in the acting participant's pair is ready for; who has said nothing says 2.
create function app.readiness_of_all(pair_id text) returns integer
  language sql stable security definer set search_path = ''
  return (
    select min(coalesce(depth_readiness.depth, 2))
    from app.pair_member
    left join app.depth_readiness on depth_readiness.tenant_id = pair_member.tenant_id
      and depth_readiness.pair_id = pair_member.pair_id and depth_readiness.person_id = pair_member.person_id
    where pair_member.tenant_id = app.tenant_id() and pair_member.pair_id = $1 and app.is_my_pair($1));

-- The purposes of the programme that the acting participant's pair belongs to.
create function app.purposes_of(pair_id text) returns text[] language sql stable security definer set search_path = ''
  return (
    select programme.purposes
    from app.pair
    join app.cohort on cohort.tenant_id = pair.tenant_id and cohort.id = pair.cohort_id
    join app.programme on programme.tenant_id = cohort.tenant_id and programme.id = cohort.programme_id
    where pair.tenant_id = app.tenant_id() and pair.id = $1 and app.is_my_pair($1));

-- The prompts and exercises that anybody in the acting participant's pair has met, in this pair or another, without whom.
create function app.prompts_met(pair_id text) returns text[] language sql stable security definer set search_path = ''
  return array(
    select distinct met
    from app.pair_member as here
    join app.pair_member as anywhere on anywhere.tenant_id = here.tenant_id and anywhere.person_id = here.person_id
    join app.session on session.tenant_id = anywhere.tenant_id and session.pair_id = anywhere.pair_id
    cross join unnest(session.used) as met
    where here.tenant_id = app.tenant_id() and here.pair_id = $1 and app.is_my_pair($1));

revoke execute on function app.is_my_pair, app.reflections_revealed, app.is_in_programme, app.coordinates,
  app.keep_session_from_jobs, app.name_first, app.take_named, app.forget_named, app.forget_named_with_step, app.link_room,
  app.is_alone, app.muted_in, app.readiness_of_all, app.purposes_of, app.prompts_met from public;
grant execute on function app.reflections_revealed, app.is_in_programme, app.coordinates, app.name_first, app.take_named,
  app.forget_named, app.link_room, app.is_alone, app.muted_in, app.readiness_of_all, app.purposes_of, app.prompts_met
  to :"server_role";
