import { and, asc, eq, sql } from "drizzle-orm";
import type { ReflectionRecords } from "../ports/session-records.ts";
import { checkIn, reflection } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

/** The two taps after a session. The walls let each read the own, and everybody's once all are shared. */
export function reflectionRecords({ db, actor: { tenantId } }: Transaction): ReflectionRecords {
  return {
    ofCheckIn: async (id) => {
      const about = and(eq(reflection.tenantId, tenantId), eq(reflection.checkInId, id));
      const rows = await db.select().from(reflection).where(about).orderBy(asc(reflection.author));
      return rows.map(({ checkInId, pairId, author, feltHeard, roomToSpeak, isShared }) => ({
        ...{ checkInId, pairId, author, feltHeard, roomToSpeak, isShared },
      }));
    },
    save: async ({ checkInId, pairId, author, feltHeard, roomToSpeak, isShared }) => {
      // Whoever saves about the same check-in waits here, so that nothing changes in the moment in which all are revealed.
      const same = and(eq(checkIn.tenantId, tenantId), eq(checkIn.id, checkInId));
      await db.select({ id: checkIn.id }).from(checkIn).where(same).for("no key update");
      const asked = sql`select app.reflections_revealed(${checkInId}) as revealed`;
      const [all] = await db.execute<{ revealed: boolean | null }>(asked);
      if (all?.revealed) return false;
      const set = { feltHeard, roomToSpeak, isShared };
      const target = [reflection.tenantId, reflection.checkInId, reflection.author];
      const row = { tenantId, checkInId, pairId, author, ...set };
      await db.insert(reflection).values(row).onConflictDoUpdate({ target, set });
      return true;
    },
  };
}
