-- Who may do what to the rows of step 0005, and what the new jobs may do to the older ones. As in step 0003.

alter table app.news enable row level security, force row level security;
alter table app.rhythm_claim enable row level security, force row level security;
alter table app.mailbox_watch enable row level security, force row level security;
alter table app.event_copy enable row level security, force row level security;
alter table app.calendar_grant enable row level security, force row level security;
alter table app.cohort_booking enable row level security, force row level security;
alter table app.pair_booking enable row level security, force row level security;
alter table app.pace enable row level security, force row level security;

create policy tenant_wall on app.news as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.rhythm_claim as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.mailbox_watch as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.event_copy as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.calendar_grant as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.cohort_booking as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.pair_booking as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.pace as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));

-- The cohorts that the acting coordinator runs.
create function app.cohorts_to_run() returns text[] language sql stable security definer set search_path = ''
  return array(
    select id from app.cohort
    where tenant_id = app.tenant_id() and programme_id = any ((select app.my_programmes())::text[]));

-- The older rows, for the jobs of today.
alter policy job_reads on app.person using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'follow-check-in', 'tell-news', 'keep-rhythm', 'tell-rhythm', 'tell-connection',
  'preview-cohort-booking', 'book-cohort', 'tell-cohort-booking', 'import-programme'));
alter policy job_reads on app.cohort using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'follow-check-in', 'tell-news', 'keep-rhythm', 'tell-rhythm',
  'preview-cohort-booking', 'book-cohort', 'tell-cohort-booking', 'import-programme'));
alter policy job_reads on app.pair using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'tell-news', 'keep-rhythm', 'tell-rhythm',
  'preview-cohort-booking', 'book-cohort', 'import-programme'));
alter policy job_reads on app.pair_member using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'tell-news', 'watch-mailbox', 'sweep-mailbox',
  'sweep-mailboxes', 'keep-rhythm', 'tell-rhythm', 'preview-cohort-booking', 'book-cohort', 'import-programme'));

alter policy job_reads on app.check_in using ((select app.job()) in (
  'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'tell-news', 'watch-mailbox', 'sweep-mailbox',
  'sweep-mailboxes', 'take-notices', 'keep-rhythm', 'tell-rhythm', 'preview-cohort-booking', 'book-cohort',
  'import-programme'));
alter policy job_inserts on app.check_in with check ((select app.job()) in (
  'follow-check-in', 'keep-rhythm', 'book-cohort', 'import-programme'));
alter policy job_updates on app.check_in
  using ((select app.job()) in (
    'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'keep-rhythm', 'book-cohort', 'import-programme'))
  with check ((select app.job()) in (
    'offer-slots', 'write-to-calendar', 'furnish-meeting', 'follow-check-in', 'keep-rhythm', 'book-cohort', 'import-programme'));
grant update (number, slot_stretch, move_id, move_slot, move_by, declined, guests, app_in_chat, recording_off, cancel_note,
  settled_by, changed_at) on app.check_in to :"server_role";
create policy owner_reads_to_rotate on app.check_in for select to current_user
  using ((select app.job()) = 'rotate-sealing-keys');
create policy owner_updates_to_rotate on app.check_in for update to current_user
  using ((select app.job()) = 'rotate-sealing-keys') with check ((select app.job()) = 'rotate-sealing-keys');

alter policy job_reads on app.check_in_card using ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm'));
alter policy job_inserts on app.check_in_card
  with check ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm'));
alter policy job_updates on app.check_in_card
  using ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm'))
  with check ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm'));

alter policy job_reads on app.conversation using ((select app.job()) in (
  'offer-slots', 'tell-news', 'tell-rhythm', 'tell-connection', 'tell-cohort-booking'));

-- News: the pair's, and the jobs that make and tell it. Nobody changes what happened.
grant select, insert on app.news to :"server_role";
create policy participant_reads on app.news for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.news for insert to :"server_role"
  with check (pair_id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.news for select to :"server_role"
  using ((select app.job()) in ('write-to-calendar', 'follow-check-in', 'tell-news', 'keep-rhythm', 'book-cohort'));
create policy job_inserts on app.news for insert to :"server_role"
  with check ((select app.job()) in ('write-to-calendar', 'follow-check-in', 'keep-rhythm', 'book-cohort'));

-- What was said by itself: the jobs that say it.
grant select, insert, delete on app.rhythm_claim to :"server_role";
create policy job_reads on app.rhythm_claim for select to :"server_role"
  using ((select app.job()) in ('keep-rhythm', 'tell-rhythm'));
create policy job_inserts on app.rhythm_claim for insert to :"server_role"
  with check ((select app.job()) in ('keep-rhythm', 'tell-rhythm'));
create policy job_deletes on app.rhythm_claim for delete to :"server_role"
  using ((select app.job()) in ('keep-rhythm', 'tell-rhythm'));

-- Mailboxes: the jobs that listen.
grant select, insert, update (subscription_id, client_state, expires_at, delta_link, delta_until), delete
  on app.mailbox_watch to :"server_role";
create policy job_reads on app.mailbox_watch for select to :"server_role"
  using ((select app.job()) in ('watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices'));
create policy job_inserts on app.mailbox_watch for insert to :"server_role"
  with check ((select app.job()) in ('watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices'));
create policy job_updates on app.mailbox_watch for update to :"server_role"
  using ((select app.job()) in ('watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices'))
  with check ((select app.job()) in ('watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices'));
create policy job_deletes on app.mailbox_watch for delete to :"server_role"
  using ((select app.job()) in ('watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices'));

grant select, insert, update (event_id) on app.event_copy to :"server_role";
create policy job_reads on app.event_copy for select to :"server_role"
  using ((select app.job()) in (
    'write-to-calendar', 'follow-check-in', 'watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices', 'book-cohort'));
create policy job_inserts on app.event_copy for insert to :"server_role"
  with check ((select app.job()) in (
    'write-to-calendar', 'follow-check-in', 'watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices', 'book-cohort'));
create policy job_updates on app.event_copy for update to :"server_role"
  using ((select app.job()) in (
    'write-to-calendar', 'follow-check-in', 'watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices', 'book-cohort'))
  with check ((select app.job()) in (
    'write-to-calendar', 'follow-check-in', 'watch-mailbox', 'sweep-mailbox', 'sweep-mailboxes', 'take-notices', 'book-cohort'));

-- Grants: one's own, and the job that renews them. Rotation is the owner's work.
grant select, insert, update (refresh_token, state), delete on app.calendar_grant to :"server_role";
create policy participant_reads on app.calendar_grant for select to :"server_role"
  using (person_id = (select app.participant_id()));
create policy participant_inserts on app.calendar_grant for insert to :"server_role"
  with check (person_id = (select app.participant_id()));
create policy participant_updates on app.calendar_grant for update to :"server_role"
  using (person_id = (select app.participant_id())) with check (person_id = (select app.participant_id()));
create policy participant_deletes on app.calendar_grant for delete to :"server_role"
  using (person_id = (select app.participant_id()));
create policy job_reads on app.calendar_grant for select to :"server_role"
  using ((select app.job()) = 'keep-connection');
create policy job_updates on app.calendar_grant for update to :"server_role"
  using ((select app.job()) = 'keep-connection') with check ((select app.job()) = 'keep-connection');
create policy owner_reads_to_rotate on app.calendar_grant for select to current_user
  using ((select app.job()) = 'rotate-sealing-keys');
create policy owner_updates_to_rotate on app.calendar_grant for update to current_user
  using ((select app.job()) = 'rotate-sealing-keys') with check ((select app.job()) = 'rotate-sealing-keys');

-- Bookings for cohorts: the coordinators who run the cohort, and the jobs that carry them out.
grant select, insert, update (status, card, version) on app.cohort_booking to :"server_role";
create policy coordinator_reads on app.cohort_booking for select to :"server_role"
  using (cohort_id = any ((select app.cohorts_to_run())::text[]));
create policy coordinator_inserts on app.cohort_booking for insert to :"server_role"
  with check (cohort_id = any ((select app.cohorts_to_run())::text[]) and by = (select app.person_id()));
create policy coordinator_updates on app.cohort_booking for update to :"server_role"
  using (cohort_id = any ((select app.cohorts_to_run())::text[]))
  with check (cohort_id = any ((select app.cohorts_to_run())::text[]));
create policy job_reads on app.cohort_booking for select to :"server_role"
  using ((select app.job()) in (
    'preview-cohort-booking', 'book-cohort', 'tell-cohort-booking', 'write-to-calendar', 'follow-check-in'));
create policy job_updates on app.cohort_booking for update to :"server_role"
  using ((select app.job()) in ('preview-cohort-booking', 'book-cohort', 'tell-cohort-booking'))
  with check ((select app.job()) in ('preview-cohort-booking', 'book-cohort', 'tell-cohort-booking'));

-- A pair's place in one: the jobs. Coordinators see the page below, never a row.
grant select, insert, update (status, slot, check_in_id, reason) on app.pair_booking to :"server_role";
create policy job_reads on app.pair_booking for select to :"server_role"
  using ((select app.job()) in ('preview-cohort-booking', 'book-cohort', 'write-to-calendar', 'follow-check-in'));
create policy job_inserts on app.pair_booking for insert to :"server_role"
  with check ((select app.job()) in ('preview-cohort-booking', 'book-cohort'));
create policy job_updates on app.pair_booking for update to :"server_role"
  using ((select app.job()) in ('preview-cohort-booking', 'book-cohort', 'write-to-calendar', 'follow-check-in'))
  with check ((select app.job()) in ('preview-cohort-booking', 'book-cohort', 'write-to-calendar', 'follow-check-in'));

-- The pace: the jobs that write to people.
grant select, insert, update (next_at) on app.pace to :"server_role";
create policy job_reads on app.pace for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm', 'tell-connection', 'tell-cohort-booking'));
create policy job_inserts on app.pace for insert to :"server_role"
  with check ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm', 'tell-connection', 'tell-cohort-booking'));
create policy job_updates on app.pace for update to :"server_role"
  using ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm', 'tell-connection', 'tell-cohort-booking'))
  with check ((select app.job()) in ('offer-slots', 'tell-news', 'tell-rhythm', 'tell-connection', 'tell-cohort-booking'));

-- The functions below look past the walls, a tenant at a time.
create policy owner_looks on app.cohort_booking for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_looks on app.pair_booking for select to current_user using (tenant_id = (select app.tenant_id()));
create policy owner_adds on app.pair_booking for insert to current_user
  with check (tenant_id = (select app.tenant_id()));

-- Whether the actor may know how a booking for a cohort stands: who runs the cohort, and the booking's own jobs.
create function app.may_follow_booking(booking_id text) returns boolean
  language sql stable security definer set search_path = ''
  return exists (
    select from app.cohort_booking
    where tenant_id = app.tenant_id() and id = $1 and (
      cohort_id = any ((select app.cohorts_to_run())::text[])
      or app.job() in ('preview-cohort-booking', 'book-cohort', 'tell-cohort-booking')));

-- Adds a row for each pair of the cohort that meets and has no check-in, held or on its way; a mere wish is none.
-- Answers how many rows there are; 0 to whoever may not follow the booking.
create function app.add_pair_bookings(booking_id text) returns integer
  language sql volatile security definer set search_path = ''
  begin atomic
    insert into app.pair_booking (tenant_id, cohort_booking_id, pair_id, status)
    select pair.tenant_id, cohort_booking.id, pair.id, 'looking'
    from app.cohort_booking
    join app.pair on pair.tenant_id = cohort_booking.tenant_id and pair.cohort_id = cohort_booking.cohort_id
    where cohort_booking.tenant_id = app.tenant_id() and cohort_booking.id = $1 and app.may_follow_booking($1)
      and pair.status in ('agreeing', 'meeting')
      and not exists (
        select from app.check_in
        where check_in.tenant_id = pair.tenant_id and check_in.pair_id = pair.id
          and (check_in.status in ('booking', 'booked', 'moving', 'held')
            or check_in.status = 'needs-you' and check_in.event_id is not null))
    on conflict do nothing;
    select count(*)::integer from app.pair_booking
    where tenant_id = app.tenant_id() and cohort_booking_id = $1 and app.may_follow_booking($1);
  end;

-- How many pairs stand where; null to whoever may not follow the booking.
create function app.count_pair_bookings(booking_id text) returns jsonb
  language sql stable security definer set search_path = ''
  begin atomic
    with counted as (
      select status, count(*) as pairs from app.pair_booking
      where tenant_id = app.tenant_id() and cohort_booking_id = $1
      group by status)
    select coalesce((select jsonb_object_agg(status, pairs) from counted), '{}')
    where app.may_follow_booking($1);
  end;

-- A page of pairs with full names, where each stands and when, in the order of the first member's name, after the
-- pair named; null to whoever may not follow the booking.
create function app.cohort_booking_page(booking_id text, status text, after_pair text, size integer) returns jsonb
  language sql stable security definer set search_path = ''
  begin atomic
    with named as (
      select pair_booking.pair_id, pair_booking.status, pair_booking.reason,
        pair_booking.slot ->> 'startsAt' as starts_at,
        array_agg(person.full_name order by pair_member.voice) as names
      from app.pair_booking
      join app.pair_member
        on pair_member.tenant_id = pair_booking.tenant_id and pair_member.pair_id = pair_booking.pair_id
      join app.person on person.tenant_id = pair_member.tenant_id and person.id = pair_member.person_id
      where pair_booking.tenant_id = app.tenant_id() and pair_booking.cohort_booking_id = $1
      group by pair_booking.tenant_id, pair_booking.cohort_booking_id, pair_booking.pair_id),
    page as (
      select * from named
      where ($2 is null or named.status = $2) and ($3 is null or
        (names[1], pair_id) > (select before.names[1], before.pair_id from named as before where before.pair_id = $3))
      order by names[1], pair_id
      limit $4)
    select coalesce((
      select jsonb_agg(jsonb_build_object(
        'pairId', pair_id, 'names', names, 'status', page.status, 'startsAt', starts_at, 'reason', reason)
        order by names[1], pair_id)
      from page), '[]')
    where app.may_follow_booking($1);
  end;

revoke execute on function app.cohorts_to_run, app.may_follow_booking, app.add_pair_bookings, app.count_pair_bookings,
  app.cohort_booking_page from public;
grant execute on function app.cohorts_to_run, app.add_pair_bookings, app.count_pair_bookings, app.cohort_booking_page
  to :"server_role";
