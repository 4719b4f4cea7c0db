import { query } from "../../../local/postgres/running.ts";
import type { World } from "../../../local/start/world.ts";
import { pairOf } from "./cohort.ts";

interface Copy {
  readonly mailbox: string;
  readonly meeting: string;
}

/**
 * Holds the calendars against the pairs: the same one event in both calendars of every pair that was booked, and none elsewhere.
 *
 * @throws when it is not so.
 */
export async function mustBeExact(world: World, pairs: number, booked: number): Promise<void> {
  const copies = await query<Copy>(
    world.graphDatabaseUrl,
    "select mailbox, ical_uid as meeting from event where not seeded and not is_cancelled and deleted_at is null",
  );
  const found = Map.groupBy(copies, (copy) => copy.mailbox);
  let right = 0;
  for (let at = 0; at < pairs; at += 1) {
    const [one, other] = pairOf(at, pairs).map(({ oid }) => found.get(oid) ?? []);
    const isRight = one?.length === 1 && other?.length === 1 && one[0]?.meeting === other[0]?.meeting;
    const isEmpty = one?.length === 0 && other?.length === 0;
    if (!isRight && !isEmpty) throw new Error(`Pair ${at} has ${one?.length} and ${other?.length} events.`);
    if (isRight) right += 1;
  }
  if (right !== booked) throw new Error(`${booked} pairs count as booked, and ${right} are in both calendars.`);
}
