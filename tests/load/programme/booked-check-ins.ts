import { query } from "../../../local/postgres/running.ts";

/** A check-in that lies ahead. */
export interface Booked {
  readonly id: string;
  readonly pairId: string;
  /** In the order of voices. */
  readonly members: readonly string[];
}

/**
 * Books check-ins for every pair that has none ahead, past the calendars: they are only there to be read, and to hold sessions in.
 *
 * @param each - how many a pair.
 */
export const bookedCheckIns = (adminUrl: string, each: number): Promise<readonly Booked[]> =>
  query<Booked>(adminUrl, statement, [each]);

const statement = `
  with standing as (
    select p.tenant_id, p.id as pair_id, c.minutes,
      (select coalesce(max(number), 0) from app.check_in i where i.tenant_id = p.tenant_id and i.pair_id = p.id) as last,
      (select array_agg(person_id order by voice) from app.pair_member m where m.tenant_id = p.tenant_id and m.pair_id = p.id) as members
    from app.pair p join app.cohort c on c.tenant_id = p.tenant_id and c.id = p.cohort_id),
  booked as (
    insert into app.check_in (tenant_id, id, pair_id, number, status, minutes, opener, booker, offered, slot_starts_at, slot_ends_at,
      declined, guests, app_in_chat, recording_off, version)
    select tenant_id, gen_random_uuid()::text, pair_id, last + nth, 'booked', minutes, members[1], members[2], '[]',
      date_trunc('hour', now()) + make_interval(days => 7 * nth),
      date_trunc('hour', now()) + make_interval(days => 7 * nth, mins => minutes),
      array[]::text[], 0, 'unknown', 'unknown', 1
    from standing cross join generate_series(1, $1::int) nth
    returning id, pair_id, number)
  select booked.id, booked.pair_id as "pairId", standing.members
  from booked join standing using (pair_id)
  order by booked.number, booked.pair_id`;
