import { and, eq, sql } from "drizzle-orm";
import type { Session } from "../../shared/domain/session.ts";
import type { SessionRecords } from "../ports.ts";
import { anyOf } from "./any-of.ts";
import { sessionChannelName, sessionNotice } from "./channel.ts";
import { Overtaken } from "./faults.ts";
import { membersOf } from "./pairs.ts";
import { pairMember, session, sessionCommand } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof session.$inferSelect;

/** Live sessions. They hold phases and ids and no private word, so they lie unsealed. */
export function sessionRecords(transaction: Transaction): SessionRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const oneOf = (id: string) => and(eq(session.tenantId, tenantId), eq(session.id, id));
  const ofCheckIn = async (checkInId: string) =>
    readFirst(
      await db
        .select()
        .from(session)
        .where(and(eq(session.tenantId, tenantId), eq(session.checkInId, checkInId))),
    );
  return {
    find: async (id) => readFirst(await db.select().from(session).where(oneOf(id))),
    findForChange: async (id) => readFirst(await db.select().from(session).where(oneOf(id)).for("update")),
    ofCheckIn,
    open: async (opened) => {
      await db
        .insert(session)
        .values({ tenantId, ...live(opened) })
        .onConflictDoNothing();
      const standing = await ofCheckIn(opened.checkInId);
      if (!standing) throw new Error("The session's id names a session of another check-in.");
      return standing;
    },
    save: (saved, commandId) => saveSession(transaction, saved, commandId),
    hasSeen: async (id, commandId) => {
      const { tenantId: tenant, sessionId, commandId: command } = sessionCommand;
      const same = and(eq(tenant, tenantId), eq(sessionId, id), eq(command, commandId));
      return (await db.select({ command }).from(sessionCommand).where(same)).length > 0;
    },
    promptsMet: async (pairId) => {
      const members = (await membersOf(transaction, [pairId])).get(pairId) ?? [];
      const inPairs = and(eq(pairMember.tenantId, tenantId), anyOf(pairMember.personId, members));
      const pairs = await db.selectDistinct({ id: pairMember.pairId }).from(pairMember).where(inPairs);
      const ids = pairs.map((pair) => pair.id);
      const met = db
        .select({ used: session.used })
        .from(session)
        .where(and(eq(session.tenantId, tenantId), anyOf(session.pairId, ids)));
      return new Set((await met).flatMap((row) => row.used));
    },
  };
}

/** A session as it already stands is only remembered to have had the command: nothing changed that anyone need hear of. */
async function saveSession({ db, actor: { tenantId } }: Transaction, saved: Session, commandId: string): Promise<void> {
  const before = and(eq(session.tenantId, tenantId), eq(session.id, saved.id), eq(session.version, saved.version - 1));
  const changed = await db.update(session).set(change(saved)).where(before).returning({ id: session.id });
  if (changed.length === 0) {
    const standing = and(eq(session.tenantId, tenantId), eq(session.id, saved.id), eq(session.version, saved.version));
    if ((await db.select({ id: session.id }).from(session).where(standing)).length === 0)
      throw new Overtaken("The session moved on.");
  }
  const command = { tenantId, sessionId: saved.id, commandId, pairId: saved.pairId };
  await db.insert(sessionCommand).values(command).onConflictDoNothing();
  if (changed.length > 0)
    await db.execute(sql`select pg_notify(${sessionChannelName}, ${sessionNotice(tenantId, saved.id)})`);
}

const readFirst = ([row]: readonly Row[]): Session | null => (row ? live(row) : null);

/** The same on the way in and out: no more than a session has, and lists that drizzle may have for its own. */
function live(from: Session | Row) {
  const { id, checkInId, pairId, number, members, opener } = from;
  return { id, checkInId, pairId, number, members: [...members], opener, ...change(from) };
}

/** What of a session may change. */
function change({ phase, round, arrived, offered, used, promptId, speaker, uneven, version }: Session | Row) {
  return {
    phase,
    round,
    arrived: [...arrived],
    offered: [...offered],
    used: [...used],
    promptId,
    speaker,
    uneven,
    version,
  };
}
