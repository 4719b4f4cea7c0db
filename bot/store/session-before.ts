import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Session } from "../../shared/domain/session/session.ts";
import { checkIn, session } from "./schema.ts";
import { liveSession } from "./session-row.ts";
import type { Transaction } from "./transaction.ts";

/** The pair's last session before this one that anybody began, in the order of their check-ins; a missed one shares its number with the next. */
export async function sessionBefore(
  { db, actor: { tenantId } }: Transaction,
  { id, pairId, number }: Pick<Session, "id" | "pairId" | "number">,
): Promise<Session | null> {
  const wished = sql`select later.wished_at from app.session join app.check_in as later
    on later.tenant_id = session.tenant_id and later.id = session.check_in_id
    where session.tenant_id = ${tenantId} and session.id = ${id}`;
  const [found] = await db
    .select({ row: session })
    .from(session)
    .innerJoin(checkIn, and(eq(checkIn.tenantId, session.tenantId), eq(checkIn.id, session.checkInId)))
    .where(
      and(
        eq(session.tenantId, tenantId),
        eq(session.pairId, pairId),
        ne(session.id, id),
        ne(session.phase, "arrive"),
        sql`(${session.number}, ${checkIn.wishedAt}) < (${number}, coalesce((${wished}), 'infinity'))`,
      ),
    )
    .orderBy(desc(session.number), desc(checkIn.wishedAt))
    .limit(1);
  return found ? liveSession(found.row) : null;
}
