-- Who may do what to which rows. The server's role may do nothing that isn't written here.
--
-- Each table has the tenant's wall, which nothing passes, and then a policy for each kind of actor and command.
-- Functions stand in scalar subselects, so that they are called once a query and not once a row.

alter table app.programme enable row level security, force row level security;
alter table app.pair_key enable row level security, force row level security;
alter table app.agreement enable row level security, force row level security;
alter table app.goal enable row level security, force row level security;
alter table app.check_in_card enable row level security, force row level security;
alter table app.conversation enable row level security, force row level security;
alter table app.session enable row level security, force row level security;
alter table app.session_command enable row level security, force row level security;
alter table app.journal_entry enable row level security, force row level security;

create policy tenant_wall on app.person as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.programme as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.role_grant as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.cohort as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.pair as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.pair_member as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.pair_key as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.agreement as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.goal as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.check_in as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.check_in_card as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.conversation as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.session as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.session_command as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
create policy tenant_wall on app.journal_entry as restrictive for all to :"server_role"
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));

-- People: oneself, and as a participant those one is paired with.
grant select, insert, update (name, full_name, locale, time_zone) on app.person to :"server_role";
create policy person_reads on app.person for select to :"server_role"
  using (id = (select app.person_id()) or id = any ((select app.my_people())::text[]));
create policy job_reads on app.person for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'));
create policy job_inserts on app.person for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy job_updates on app.person for update to :"server_role"
  using ((select app.job()) = 'import-programme') with check ((select app.job()) = 'import-programme');

-- Programmes: the coordinators who run them.
grant select, insert, update (name, purposes, statement, sponsor_name) on app.programme to :"server_role";
create policy coordinator_reads on app.programme for select to :"server_role"
  using (id = any ((select app.my_programmes())::text[]));
create policy job_reads on app.programme for select to :"server_role"
  using ((select app.job()) = 'import-programme');
create policy job_inserts on app.programme for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy job_updates on app.programme for update to :"server_role"
  using ((select app.job()) = 'import-programme') with check ((select app.job()) = 'import-programme');

-- Roles: one's own.
grant select, insert on app.role_grant to :"server_role";
create policy person_reads on app.role_grant for select to :"server_role"
  using (person_id = (select app.person_id()));
create policy job_reads on app.role_grant for select to :"server_role"
  using ((select app.job()) = 'import-programme');
create policy job_inserts on app.role_grant for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');

-- Cohorts: those one's pairs are in, or those one runs.
grant select, insert, update (name, starts_on, ends_on, minutes, cadence_days) on app.cohort to :"server_role";
create policy participant_reads on app.cohort for select to :"server_role"
  using (id = any ((select app.my_cohorts())::text[]));
create policy coordinator_reads on app.cohort for select to :"server_role"
  using (programme_id = any ((select app.my_programmes())::text[]));
create policy job_reads on app.cohort for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'));
create policy job_inserts on app.cohort for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy job_updates on app.cohort for update to :"server_role"
  using ((select app.job()) = 'import-programme') with check ((select app.job()) = 'import-programme');

-- Pairs and who is in them: one's own.
grant select, insert, update (status) on app.pair to :"server_role";
create policy participant_reads on app.pair for select to :"server_role"
  using (id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.pair for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'));
create policy job_inserts on app.pair for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy job_updates on app.pair for update to :"server_role"
  using ((select app.job()) = 'import-programme') with check ((select app.job()) = 'import-programme');

grant select, insert on app.pair_member to :"server_role";
create policy participant_reads on app.pair_member for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.pair_member for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'));
create policy job_inserts on app.pair_member for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');

-- The pair's key: the pair, and the import that writes the agreement's first lines. Rotation is the owner's work.
grant select, insert on app.pair_key to :"server_role";
create policy participant_reads on app.pair_key for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.pair_key for insert to :"server_role"
  with check (pair_id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.pair_key for select to :"server_role"
  using ((select app.job()) = 'import-programme');
create policy job_inserts on app.pair_key for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy owner_reads_to_rotate on app.pair_key for select to current_user
  using ((select app.job()) = 'rotate-sealing-keys');
create policy owner_updates_to_rotate on app.pair_key for update to current_user
  using ((select app.job()) = 'rotate-sealing-keys') with check ((select app.job()) = 'rotate-sealing-keys');

grant select, insert, update (lines) on app.agreement to :"server_role";
create policy participant_reads on app.agreement for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.agreement for select to :"server_role"
  using ((select app.job()) = 'import-programme');
create policy job_inserts on app.agreement for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy job_updates on app.agreement for update to :"server_role"
  using ((select app.job()) = 'import-programme') with check ((select app.job()) = 'import-programme');

-- Goals: the pair's, for everyone in it.
grant select, insert, update (words, review_on, state, version) on app.goal to :"server_role";
create policy participant_reads on app.goal for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.goal for insert to :"server_role"
  with check (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_updates on app.goal for update to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[])) with check (pair_id = any ((select app.my_pairs())::text[]));

-- Check-ins: the pair's, and the jobs that book them.
grant select, insert on app.check_in to :"server_role";
grant update (status, minutes, opener, booker, offered, slot_starts_at, slot_ends_at, slot_stretches, booking_id,
  event_organiser, event_id, event_i_cal_uid, event_join_url, event_chat_id, version) on app.check_in to :"server_role";
create policy participant_reads on app.check_in for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.check_in for insert to :"server_role"
  with check (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_updates on app.check_in for update to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[])) with check (pair_id = any ((select app.my_pairs())::text[]));
create policy job_reads on app.check_in for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'));
create policy job_inserts on app.check_in for insert to :"server_role"
  with check ((select app.job()) = 'import-programme');
create policy job_updates on app.check_in for update to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'))
  with check ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking', 'import-programme'));

-- The messages that show a check-in: one's own, of a check-in that one may see.
grant select, insert, update (activity_id) on app.check_in_card to :"server_role";
create policy participant_reads on app.check_in_card for select to :"server_role"
  using (person_id = (select app.participant_id()));
create policy participant_inserts on app.check_in_card for insert to :"server_role"
  with check (person_id = (select app.participant_id()) and exists (
    select from app.check_in where tenant_id = check_in_card.tenant_id and id = check_in_card.check_in_id));
create policy participant_updates on app.check_in_card for update to :"server_role"
  using (person_id = (select app.participant_id())) with check (person_id = (select app.participant_id()));
create policy job_reads on app.check_in_card for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking'));
create policy job_inserts on app.check_in_card for insert to :"server_role"
  with check ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking'));
create policy job_updates on app.check_in_card for update to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking'))
  with check ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking'));

-- Where the bot reaches a person: that person, in any role, and the jobs that write to people.
grant select, insert, update (reference) on app.conversation to :"server_role";
create policy person_reads on app.conversation for select to :"server_role"
  using (person_id = (select app.person_id()));
create policy person_inserts on app.conversation for insert to :"server_role"
  with check (person_id = (select app.person_id()));
create policy person_updates on app.conversation for update to :"server_role"
  using (person_id = (select app.person_id())) with check (person_id = (select app.person_id()));
create policy job_reads on app.conversation for select to :"server_role"
  using ((select app.job()) in ('offer-slots', 'book-check-in', 'tell-booking'));

-- Sessions: the pair's alone.
grant select, insert on app.session to :"server_role";
grant update (phase, round, arrived, offered, used, prompt_id, speaker, uneven, version) on app.session to :"server_role";
create policy participant_reads on app.session for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.session for insert to :"server_role"
  with check (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_updates on app.session for update to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[])) with check (pair_id = any ((select app.my_pairs())::text[]));

grant select, insert on app.session_command to :"server_role";
create policy participant_reads on app.session_command for select to :"server_role"
  using (pair_id = any ((select app.my_pairs())::text[]));
create policy participant_inserts on app.session_command for insert to :"server_role"
  with check (pair_id = any ((select app.my_pairs())::text[]));

-- Journal entries: the author's; the pair reads those whose author shares them.
grant select, insert, update (text, audience, session_number, version), delete on app.journal_entry to :"server_role";
create policy author_reads on app.journal_entry for select to :"server_role"
  using (author = (select app.participant_id()));
create policy partner_reads on app.journal_entry for select to :"server_role"
  using (audience = 'partner' and pair_id = any ((select app.my_pairs())::text[]));
create policy author_inserts on app.journal_entry for insert to :"server_role"
  with check (author = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy author_updates on app.journal_entry for update to :"server_role"
  using (author = (select app.participant_id()))
  with check (author = (select app.participant_id()) and pair_id = any ((select app.my_pairs())::text[]));
create policy author_deletes on app.journal_entry for delete to :"server_role"
  using (author = (select app.participant_id()));
