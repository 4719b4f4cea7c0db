-- Whether a meeting could become a pair's, asked before anybody taps; and what nothing asks for any more.

-- Whether the acting participant's pair could hold a check-in in the meeting: none of another pair is held or booked there.
-- Says nothing of whose it is.
create function app.may_link_room(chat_id text, pair_id text) returns boolean
  language sql stable security definer set search_path = ''
  return app.is_my_pair($2)
    and not exists (
      select from app.room_link
      where room_link.tenant_id = app.tenant_id() and room_link.chat_id = $1 and room_link.pair_id <> $2)
    and not exists (
      select from app.check_in
      where check_in.tenant_id = app.tenant_id() and check_in.event_chat_id = $1 and check_in.pair_id <> $2);
revoke execute on function app.may_link_room from public;
grant execute on function app.may_link_room to :"server_role";

-- What was named goes with its step, by the trigger of step 0008 alone.
drop function app.forget_named(text);

-- Words around a session are emptied, never taken out.
drop policy author_deletes on app.session_words;
revoke delete on app.session_words from :"server_role";
