import { and, asc, eq, exists, or, type SQL, sql } from "drizzle-orm";
import type { CheckInId } from "../../shared/domain/check-in.ts";
import { revealedKinds } from "../../shared/domain/session/session.ts";
import type { SessionWords } from "../../shared/domain/session-words.ts";
import type { SessionWordsRecords } from "../ports/session-records.ts";
import { anyOf } from "./any-of.ts";
import type { PairWords, Place } from "./pair-words.ts";
import { session, sessionWords } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof sessionWords.$inferSelect;

/** What people type around a session, sealed. The walls let each read the own, and of the others' what is shared or revealed by now. */
export function sessionWordsRecords(transaction: Transaction, words: PairWords): SessionWordsRecords {
  const { db, actor } = transaction;
  const { tenantId } = actor;
  const me = actor.kind === "person" ? actor.personId : "";
  const find = async (checkIn: CheckInId, which: SQL | undefined) => {
    const found = and(eq(sessionWords.tenantId, tenantId), eq(sessionWords.checkInId, checkIn), which);
    const rows = db.select().from(sessionWords).where(found);
    return Promise.all(
      (await rows.orderBy(asc(sessionWords.kind), asc(sessionWords.author))).map((row) => openSessionWords(words, row)),
    );
  };
  return {
    mine: (checkIn) => find(checkIn, eq(sessionWords.author, me)),
    shared: (checkIn) => find(checkIn, isReadByAll(transaction)),
    save: async (saved) => {
      const { checkInId, pairId, author, kind, version } = saved;
      const text = await words.seal(saved.text, placeOf(saved));
      const stored = { kind: sessionWords.kind };
      if (version === 1) {
        const row = { tenantId, checkInId, pairId, author, kind, text, version };
        return (await db.insert(sessionWords).values(row).onConflictDoNothing().returning(stored)).length > 0;
      }
      const before = and(own(tenantId, author, checkInId, kind), eq(sessionWords.version, version - 1));
      return (await db.update(sessionWords).set({ text, version }).where(before).returning(stored)).length > 0;
    },
  };
}

/** @throws SealBroken */
export async function openSessionWords(words: PairWords, sealed: Omit<Row, "tenantId">): Promise<SessionWords> {
  const { checkInId, pairId, author, kind, version } = sealed;
  const text = String(await words.open(sealed.text, placeOf(sealed)));
  return { checkInId, pairId, author, kind, text, version };
}

const own = (tenantId: string, author: string, checkIn: string, kind: SessionWords["kind"]): SQL | undefined =>
  and(
    eq(sessionWords.tenantId, tenantId),
    eq(sessionWords.checkInId, checkIn),
    eq(sessionWords.author, author),
    eq(sessionWords.kind, kind),
  );

/** What the check-in's session says everybody in the pair may read by now, the author's own included, as the wall says it for the others. */
function isReadByAll({ db, actor: { tenantId } }: Transaction): SQL {
  const isShared = and(eq(sessionWords.kind, "carry-over"), sql`${sessionWords.author} = any (${session.sharing})`);
  const isRevealed = and(
    anyOf(sessionWords.kind, revealedKinds),
    sql`${sessionWords.kind} = any (${session.revealed})`,
  );
  const held = and(eq(session.tenantId, tenantId), eq(session.checkInId, sessionWords.checkInId));
  return exists(
    db
      .select({ one: sql`1` })
      .from(session)
      .where(and(held, or(isShared, isRevealed))),
  );
}

/** Bound to its kind too, so that notes can't come up as what was revealed. */
const placeOf = ({
  checkInId,
  pairId,
  author,
  kind,
}: Pick<SessionWords, "checkInId" | "pairId" | "author" | "kind">): Place => ({
  pairId,
  row: `${checkInId} ${kind}`,
  author,
  noun: "session-words",
});
