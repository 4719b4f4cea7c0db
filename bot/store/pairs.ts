import { and, asc, desc, eq } from "drizzle-orm";
import type { Pair, PairId } from "../../shared/domain/pair.ts";
import { voices } from "../../shared/domain/person.ts";
import type { PairRecords } from "../ports/pair-records.ts";
import { anyOf } from "./any-of.ts";
import type { PairWords, Place } from "./pair-words.ts";
import { agreement, pair, pairMember } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof pair.$inferSelect;

/** Pairs. Whoever may see a pair and not its agreement, as the booking jobs, finds the agreement's lines empty. */
export function pairRecords(transaction: Transaction, words: PairWords): PairRecords {
  const { db } = transaction;
  const { tenantId } = transaction.actor;
  return {
    find: async (id) => {
      const [found] = await whole(
        await db
          .select()
          .from(pair)
          .where(and(eq(pair.tenantId, tenantId), eq(pair.id, id))),
      );
      return found ?? null;
    },
    mine: async () => {
      const own = and(eq(pair.tenantId, tenantId), anyOf(pair.id, await ownPairIds(transaction)));
      return whole(await db.select().from(pair).where(own).orderBy(desc(pair.formedAt), desc(pair.id)));
    },
    save: async (saved) => {
      const { tenantId, id, cohortId, status } = saved;
      const key = [pair.tenantId, pair.id];
      await db
        .insert(pair)
        .values({ tenantId, id, cohortId, status })
        .onConflictDoUpdate({ target: key, set: { status } });
      await saveMembers(transaction, saved);
      if (saved.agreementLines.length > 0) await saveAgreement(transaction, words, saved);
    },
  };

  async function whole(rows: readonly Row[]): Promise<readonly Pair[]> {
    const ids = rows.map((row) => row.id);
    const members = await membersOf(transaction, ids);
    const theirs = and(eq(agreement.tenantId, tenantId), anyOf(agreement.pairId, ids));
    const agreements = ids.length > 0 ? await db.select().from(agreement).where(theirs) : [];
    return Promise.all(
      rows.map(async ({ tenantId, id, cohortId, status }) => {
        const sealed = agreements.find((one) => one.pairId === id)?.lines;
        const agreementLines = sealed ? ((await words.open(sealed, agreementPlace(id))) as string[]) : [];
        return { tenantId, id, cohortId, members: members.get(id) ?? [], status, agreementLines };
      }),
    );
  }
}

/** The pairs of the acting person; a job has none. */
export async function ownPairIds({ db, actor }: Transaction): Promise<readonly PairId[]> {
  if (actor.kind !== "person") return [];
  const me = and(eq(pairMember.tenantId, actor.tenantId), eq(pairMember.personId, actor.personId));
  return (await db.select({ id: pairMember.pairId }).from(pairMember).where(me)).map((row) => row.id);
}

/** Members by pair, in the order of voices. */
export async function membersOf(
  { db, actor }: Transaction,
  pairIds: readonly PairId[],
): Promise<ReadonlyMap<PairId, readonly string[]>> {
  if (pairIds.length === 0) return new Map();
  const theirs = and(eq(pairMember.tenantId, actor.tenantId), anyOf(pairMember.pairId, pairIds));
  const rows = await db.select().from(pairMember).where(theirs).orderBy(asc(pairMember.pairId), asc(pairMember.voice));
  return new Map(
    Map.groupBy(rows, (row) => row.pairId)
      .entries()
      .map(([id, members]) => [id, members.map((member) => member.personId)]),
  );
}

/** Who is in a pair never changes: other people are another pair. */
async function saveMembers(transaction: Transaction, { tenantId, id, members }: Pair): Promise<void> {
  const rows = members.map((personId, at) => ({ tenantId, pairId: id, personId, voice: voiceOf(at) }));
  await transaction.db.insert(pairMember).values(rows).onConflictDoNothing();
  const stored = (await membersOf(transaction, [id])).get(id) ?? [];
  if (stored.join("\n") !== members.join("\n")) throw new Error("A pair keeps its members, and their order.");
}

function voiceOf(at: number): (typeof voices)[number] {
  const voice = voices[at];
  if (voice === undefined) throw new Error("A pair has at most three members.");
  return voice;
}

async function saveAgreement({ db }: Transaction, words: PairWords, saved: Pair): Promise<void> {
  const lines = await words.seal(saved.agreementLines, agreementPlace(saved.id));
  const target = [agreement.tenantId, agreement.pairId];
  await db
    .insert(agreement)
    .values({ tenantId: saved.tenantId, pairId: saved.id, lines })
    .onConflictDoUpdate({ target, set: { lines } });
}

/** What a pair's agreement belongs to. */
export const agreementPlace = (pairId: PairId): Place => ({ pairId, row: pairId, author: "pair", noun: "agreement" });
