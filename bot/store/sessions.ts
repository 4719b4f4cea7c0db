import { and, eq, sql } from "drizzle-orm";
import type { Session } from "../../shared/domain/session/session.ts";
import type { SessionRecords } from "../ports/session-records.ts";
import { sessionChannelName, sessionNotice } from "./channel.ts";
import type { PairWords } from "./pair-words.ts";
import { saveSession } from "./save-session.ts";
import { session } from "./schema.ts";
import { sessionBefore } from "./session-before.ts";
import { liveSession, type SessionRow } from "./session-row.ts";
import { readScene } from "./session-scene.ts";
import type { Transaction } from "./transaction.ts";

/** Live sessions. */
export function sessionRecords(transaction: Transaction, words: PairWords): SessionRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const oneOf = (id: string) => and(eq(session.tenantId, tenantId), eq(session.id, id));
  const ofCheckIn = async (id: string) => {
    const held = and(eq(session.tenantId, tenantId), eq(session.checkInId, id));
    return readFirst(await db.select().from(session).where(held));
  };
  return {
    ...named(transaction),
    find: async (id) => readFirst(await db.select().from(session).where(oneOf(id))),
    findForChange: async (id) => readFirst(await db.select().from(session).where(oneOf(id)).for("update")),
    ofCheckIn,
    scene: (id) => readScene(transaction, words, id, null),
    sceneForChange: async (id, commandId) => {
      // Two statements, as only once it is locked does a second look show what others changed meanwhile.
      const lock = "select from app.session where tenant_id = $1 and id = $2 for no key update";
      const [, scene] = await Promise.all([
        transaction.run(lock, [tenantId, id]),
        readScene(transaction, words, id, commandId),
      ]);
      return scene;
    },
    before: (later) => sessionBefore(transaction, later),
    open: async (opened) => {
      const row = { tenantId, ...liveSession(opened) };
      await db.insert(session).values(row).onConflictDoNothing();
      const standing = await ofCheckIn(opened.checkInId);
      if (!standing) throw new Error("The session's id names a session of another check-in.");
      return standing;
    },
    save: (saved, commandId) => saveSession(transaction, saved, commandId),
    announce: async (id) => {
      await db.execute(sql`select pg_notify(${sessionChannelName}, ${sessionNotice(tenantId, id, null)})`);
    },
    promptsMet: async (pairId) => {
      const [row] = await db.execute<{ met: string[] }>(sql`select app.prompts_met(${pairId}) as met`);
      return new Set(row?.met);
    },
  };
}

/** Whom each names as having more authority: only functions reach it, which answer once all have, and without who named whom. */
function named({ db }: Transaction): Pick<SessionRecords, "nameFirst" | "takeNamed"> {
  return {
    nameFirst: async (id, who) => {
      await db.execute(sql`select app.name_first(${id}, ${who})`);
    },
    takeNamed: async (id) => {
      const [row] = await db.execute<{ taken: string[] | null }>(sql`select app.take_named(${id}) as taken`);
      return row?.taken ?? null;
    },
  };
}

const readFirst = ([row]: readonly SessionRow[]): Session | null => (row ? liveSession(row) : null);
