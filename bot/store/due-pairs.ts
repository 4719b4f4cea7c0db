import { and, type SQL, sql } from "drizzle-orm";
import { cadenceRules } from "../../shared/domain/cadence.ts";
import { rhythmRules } from "../../shared/domain/rhythm.ts";
import type { DuePair } from "../ports/rhythm-records.ts";
import { anyOf } from "./any-of.ts";
import { checkIn, cohort, pair } from "./schema.ts";
import { isStanding } from "./standing.ts";
import type { Transaction } from "./transaction.ts";

const ofPair = sql`${checkIn.tenantId} = ${pair.tenantId} and ${checkIn.pairId} = ${pair.id}`;

/** How the pair's check-ins ended: the last one, where somebody called it off, and the last one held. */
const ending = sql`select ${checkIn.status} = 'cancelled' and ${checkIn.settledBy} is not null as called_off,
    ${checkIn.slotStartsAt} as hour,
    (select max(held.slot_starts_at) from app.check_in as held
      where held.tenant_id = ${pair.tenantId} and held.pair_id = ${pair.id} and held.status = 'held') as held
  from ${checkIn} where ${ofPair} order by ${checkIn.number} desc, ${checkIn.wishedAt} desc limit 1`;

/** When the next check-in is to be offered, as the domain's `isOfferDue` says it. */
const due = sql`coalesce(
  case when called_off then hour else held end
    + (${cohort.cadenceDays} - ${cadenceRules.earlyDays + cadenceRules.noticeDays}::integer) * interval '24 hours',
  ${cohort.startsOn}::timestamp at time zone 'UTC' + ${rhythmRules.firstAfterDays}::integer * interval '24 hours')`;

/** Whether one of the pair called off a wish that had no hour yet. */
const isLeftAlone = sql`called_off is true and hour is null`;

/** A check-in ahead is in the way, unless it lapsed a day after its end, as the domain's `hasLapsed` says it. */
function ahead(now: Temporal.Instant): SQL {
  const lapsed = and(isStanding, sql`${checkIn.slotEndsAt} <= ${now.toString()}::timestamptz - interval '24 hours'`);
  return sql`select from ${checkIn} where ${ofPair}
    and ${checkIn.status} not in ('held', 'missed', 'cancelled') and ${lapsed} is not true`;
}

/** A page of the pairs that are due their next check-in, whichever pairs stood before them and are still due. */
export async function duePairs(
  { db, actor: { tenantId } }: Transaction,
  now: Temporal.Instant,
  today: string,
  { after, limit }: { readonly after: DuePair | null; readonly limit: number },
): Promise<readonly DuePair[]> {
  const runs = sql`${cohort.startsOn} <= ${today} and ${cohort.endsOn} >= ${today}`;
  const later = after ? sql`(due, id) > (${after.since}::timestamptz, ${after.pairId})` : sql`true`;
  const rows = await db.execute<{ id: string; since: string }>(sql`
    select id, to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from (
      select ${pair.id} as id, ${due} as due
      from ${pair}
      join ${cohort} on ${cohort.tenantId} = ${pair.tenantId} and ${cohort.id} = ${pair.cohortId}
      left join lateral (${ending}) as ending on true
      where ${pair.tenantId} = ${tenantId} and ${anyOf(pair.status, ["agreeing", "meeting"])} and ${runs}
        and not exists (${ahead(now)}) and not (${isLeftAlone})) as waiting
    where due <= ${now.toString()}::timestamptz and ${later}
    order by due, id
    limit ${limit}`);
  return rows.map(({ id, since }) => ({ pairId: id, since }));
}
