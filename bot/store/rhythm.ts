import { and, asc, eq } from "drizzle-orm";
import type { RhythmClaim, RhythmRecords } from "../ports/rhythm-records.ts";
import { anyOf } from "./any-of.ts";
import { duePairs } from "./due-pairs.ts";
import { rhythmClaim } from "./schema.ts";
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
    duePairs: (now, today, page) => duePairs(transaction, now, today, page),
  };
}
