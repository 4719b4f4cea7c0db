-- Who acts, and what is theirs.
--
-- The actor is four settings of the transaction. A setting that was never made is null and one that a former
-- transaction made is '': both mean nobody.

create function app.tenant_id() returns text language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '');

create function app.person_id() returns text language sql stable parallel safe
  return nullif(current_setting('app.person', true), '');

create function app.role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');

create function app.job() returns text language sql stable parallel safe
  return nullif(current_setting('app.job', true), '');

-- The acting person, while acting as a participant.
create function app.participant_id() returns text language sql stable parallel safe
  return case when app.role() = 'participant' then app.person_id() end;

-- The functions below run as the owner of the tables, whom these policies let see one tenant at a time. They look
-- past the walls so that policies can ask about membership without asking themselves, and answer with ids alone.
-- They answer with arrays, so that a policy compares an indexed column with a list that is made once a query.

alter table app.person enable row level security, force row level security;
alter table app.role_grant enable row level security, force row level security;
alter table app.cohort enable row level security, force row level security;
alter table app.pair enable row level security, force row level security;
alter table app.pair_member enable row level security, force row level security;
alter table app.check_in enable row level security, force row level security;
create policy owner_looks on app.person for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.role_grant for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.cohort for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.pair for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.pair_member for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.check_in for select to current_user using (tenant_id = (select app.tenant_id()));

-- The acting participant's pairs.
create function app.my_pairs() returns text[] language sql stable security definer set search_path = ''
  return array(
    select pair_id from app.pair_member
    where tenant_id = app.tenant_id() and person_id = app.participant_id());

-- Everyone in those pairs.
create function app.my_people() returns text[] language sql stable security definer set search_path = ''
  return array(
    select person_id from app.pair_member
    where tenant_id = app.tenant_id() and pair_id = any ((select app.my_pairs())::text[]));

create function app.my_cohorts() returns text[] language sql stable security definer set search_path = ''
  return array(
    select cohort_id from app.pair
    where tenant_id = app.tenant_id() and id = any ((select app.my_pairs())::text[]));

-- The programmes that the acting coordinator runs: claiming the role is not enough, it must have been granted.
create function app.my_programmes() returns text[] language sql stable security definer set search_path = ''
  return array(
    select programme_id from app.role_grant
    where tenant_id = app.tenant_id() and person_id = app.person_id() and role = 'coordinator'
      and app.role() = 'coordinator');

-- What the acting person may act as, whichever role is played now. Someone the programme knows takes part, unless
-- that person is only there to coordinate.
create function app.my_roles() returns text[] language sql stable security definer set search_path = ''
  begin atomic
    with me as (
      select
        exists (select from app.role_grant
          where tenant_id = person.tenant_id and person_id = person.id) as coordinates,
        exists (select from app.pair_member
          where tenant_id = person.tenant_id and person_id = person.id) as is_paired
      from app.person
      where tenant_id = app.tenant_id() and id = app.person_id())
    select array_remove(array[
      case when is_paired or not coordinates then 'participant' end,
      case when coordinates then 'coordinator' end], null)
    from me;
  end;

create function app.schema_version() returns integer language sql stable security definer set search_path = ''
  return (select max(version) from migration.applied);

revoke execute on all functions in schema app from public;
grant usage on schema app to :"server_role";
grant execute on all functions in schema app to :"server_role";
