import { and, asc, eq, sql } from "drizzle-orm";
import type { PairId } from "../../shared/domain/pair.ts";
import type { RhythmClaim, RhythmRecords } from "../ports.ts";
import { anyOf } from "./any-of.ts";
import { checkIn, cohort, pair, rhythmClaim } from "./schema.ts";
import { isStanding } from "./standing.ts";
import type { Transaction } from "./transaction.ts";

/** What the bot said by itself, and for whom it should look for times. */
export function rhythmRecords(transaction: Transaction): RhythmRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const same = ({ checkInId, personId, kind, startsAt }: RhythmClaim) =>
    and(
      eq(rhythmClaim.tenantId, tenantId),
      eq(rhythmClaim.checkInId, checkInId),
      eq(rhythmClaim.personId, personId),
      eq(rhythmClaim.kind, kind),
      eq(rhythmClaim.startsAt, startsAt),
    );
  return {
    claim: async ({ checkInId, personId, kind, startsAt }) => {
      const row = { tenantId, checkInId, personId, kind, startsAt };
      const kept = db.insert(rhythmClaim).values(row).onConflictDoNothing().returning({ kind: rhythmClaim.kind });
      return (await kept).length > 0;
    },
    release: async (said) => {
      await db.delete(rhythmClaim).where(same(said));
    },
    ofCheckIns: async (ids) => {
      const theirs = and(eq(rhythmClaim.tenantId, tenantId), anyOf(rhythmClaim.checkInId, ids));
      const rows = await db.select().from(rhythmClaim).where(theirs).orderBy(asc(rhythmClaim.startsAt));
      return rows.map(({ checkInId, personId, kind, startsAt }) => ({ checkInId, personId, kind, startsAt }));
    },
    pairsWithout: (now, today, limit) => pairsWithout(transaction, now, today, limit),
  };
}

/** A check-in lapses a day after its end, as the domain's `hasLapsed` says it. */
async function pairsWithout(
  { db, actor: { tenantId } }: Transaction,
  now: Temporal.Instant,
  today: string,
  limit: number,
): Promise<readonly PairId[]> {
  const lapsed = and(isStanding, sql`${checkIn.slotEndsAt} <= ${now.toString()}::timestamptz - interval '24 hours'`);
  const ofPair = sql`${checkIn.tenantId} = ${pair.tenantId} and ${checkIn.pairId} = ${pair.id}`;
  const ahead = sql`select from ${checkIn} where ${ofPair}
    and ${checkIn.status} not in ('held', 'missed', 'cancelled') and ${lapsed} is not true`;
  const lastHeld = sql`select max(${checkIn.slotStartsAt}) from ${checkIn} where ${ofPair} and ${checkIn.status} = 'held'`;
  const runs = and(sql`${cohort.startsOn} <= ${today}`, sql`${cohort.endsOn} >= ${today}`);
  const rows = await db
    .select({ id: pair.id })
    .from(pair)
    .innerJoin(cohort, and(eq(cohort.tenantId, pair.tenantId), eq(cohort.id, pair.cohortId)))
    .where(
      and(eq(pair.tenantId, tenantId), anyOf(pair.status, ["agreeing", "meeting"]), runs, sql`not exists (${ahead})`),
    )
    .orderBy(sql`coalesce((${lastHeld}), ${cohort.startsOn}::timestamp at time zone 'UTC')`, asc(pair.id))
    .limit(limit);
  return rows.map((row) => row.id);
}
