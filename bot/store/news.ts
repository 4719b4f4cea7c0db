import { and, asc, eq, max } from "drizzle-orm";
import type { News } from "../../shared/domain/news.ts";
import type { NewsRecords } from "../ports/check-in-records.ts";
import { checkIn, news } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

/** News of check-ins, numbered for each from 1 without a gap. */
export function newsRecords({ db, actor: { tenantId } }: Transaction): NewsRecords {
  const ofCheckIn = (id: string) => and(eq(news.tenantId, tenantId), eq(news.checkInId, id));
  return {
    add: async (checkInId, { kind, by, was }) => {
      // Whoever adds to the same check-in waits here until this transaction has ended.
      const same = and(eq(checkIn.tenantId, tenantId), eq(checkIn.id, checkInId));
      const [about] = await db.select({ pairId: checkIn.pairId }).from(checkIn).where(same).for("no key update");
      if (!about) throw new Error("There is no such check-in for whoever acts to tell news of.");
      const [last] = await db
        .select({ number: max(news.number) })
        .from(news)
        .where(ofCheckIn(checkInId));
      const added: News = { kind, by, was, number: (last?.number ?? 0) + 1 };
      await db.insert(news).values({ tenantId, checkInId, pairId: about.pairId, ...added });
      return added;
    },
    ofCheckIn: async (checkInId) => {
      const rows = await db.select().from(news).where(ofCheckIn(checkInId)).orderBy(asc(news.number));
      return rows.map(({ kind, by, was, number }) => ({ kind, by, was, number }));
    },
  };
}
