-- What coordinators learn of pairs: numbers, and the names of pairs that have not met. Never a row.

-- Whether the acting coordinator runs the programme this cohort belongs to.
create function app.runs_cohort(cohort_id text) returns boolean language sql stable security definer set search_path = ''
  return exists (
    select from app.cohort
    where tenant_id = app.tenant_id() and id = $1 and programme_id = any ((select app.my_programmes())::text[]));

-- The cohort's pairs that go on, with how many sessions each held and whether it met since then. Nobody may call it
-- but the functions below.
create function app.pairs_going_on(cohort_id text, since timestamptz)
  returns table (pair_id text, is_paused boolean, held integer, met boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select pair.id, pair.status = 'paused', held.count::integer, coalesce(held.last_at >= $2, false)
    from app.pair
    cross join lateral (
      select count(*) as count, max(check_in.slot_starts_at) as last_at
      from app.check_in
      where check_in.tenant_id = pair.tenant_id and check_in.pair_id = pair.id and check_in.status = 'held') as held
    where pair.tenant_id = app.tenant_id() and pair.cohort_id = $1 and pair.status not in ('closed', 'ended');
  end;

-- Counts for the coordinator who runs the cohort, null for anyone else. A paused pair counts as paused, whether or
-- not it met. `nextSession` counts pairs by the number of their next session.
create function app.count_cohort(cohort_id text, since timestamptz) returns jsonb
  language sql stable security definer set search_path = ''
  begin atomic
    with going_on as (
      select * from app.pairs_going_on($1, $2) where app.runs_cohort($1)),
    by_session as (
      select held + 1 as number, count(*) as pairs from going_on group by held + 1)
    select jsonb_build_object(
      'pairs', (select count(*) from going_on),
      'people', (select count(distinct pair_member.person_id) from app.pair_member
        where pair_member.tenant_id = app.tenant_id() and pair_member.pair_id = any (array(select pair_id from going_on))),
      'sessionsHeld', (select count(*) from app.check_in
        join app.pair on pair.tenant_id = check_in.tenant_id and pair.id = check_in.pair_id
        where pair.tenant_id = app.tenant_id() and pair.cohort_id = $1 and check_in.status = 'held'),
      'metRecently', (select count(*) from going_on where met and not is_paused),
      'paused', (select count(*) from going_on where is_paused),
      'nextSession', (select coalesce(jsonb_object_agg(number, pairs), '{}') from by_session))
    where app.runs_cohort($1);
  end;

-- The full names in each pair that goes on, isn't paused and has not met since then, for the coordinator who runs
-- the cohort; null for anyone else.
create function app.quiet_pairs(cohort_id text, since timestamptz) returns jsonb
  language sql stable security definer set search_path = ''
  begin atomic
    with quiet as (
      select jsonb_agg(person.full_name order by pair_member.voice) as names
      from app.pairs_going_on($1, $2) as going_on
      join app.pair_member on pair_member.tenant_id = app.tenant_id() and pair_member.pair_id = going_on.pair_id
      join app.person on person.tenant_id = pair_member.tenant_id and person.id = pair_member.person_id
      where not going_on.met and not going_on.is_paused
      group by going_on.pair_id)
    select coalesce((select jsonb_agg(names order by names) from quiet), '[]')
    where app.runs_cohort($1);
  end;

revoke execute on function app.runs_cohort, app.pairs_going_on, app.count_cohort, app.quiet_pairs from public;
grant execute on function app.count_cohort, app.quiet_pairs to :"server_role";
