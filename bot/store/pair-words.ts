import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { PairId } from "../../shared/domain/pair.ts";
import { pairKey } from "./schema.ts";
import { type Belonging, makeKey, open, type SealingKey, type SealingKeys, seal } from "./seal.ts";
import type { Transaction } from "./transaction.ts";

/** What a row's sealed words belong to, within the pair. `author` is "pair" for what is everyone's in it. */
export interface Place {
  readonly pairId: PairId;
  readonly row: string;
  readonly author: string;
  readonly noun: "goal" | "journal-entry" | "agreement" | "session-words";
}

/**
 * Seals and opens a pair's private words, with a key of the pair's own that lies in the database wrapped by the master key.
 *
 * The walls decide who gets the pair's key at all: its members, and the import that writes the agreement's first lines.
 * Coordinators and every other job get none, so that sealed words stay sealed to them even where a wall had a hole.
 * A key is fetched once a transaction and forgotten with it.
 */
export interface PairWords {
  /** Seals any JSON value; makes the pair's key where there is none yet. */
  readonly seal: (words: unknown, place: Place) => Promise<Buffer>;
  /** @throws SealBroken when the words were changed, belong elsewhere, or the pair's key is out of reach. */
  readonly open: (sealed: Buffer, place: Place) => Promise<unknown>;
  /** Takes in a pair's key that came with something else, so that it need not be fetched; `null` says nothing. */
  readonly know: (pairId: PairId, wrapped: WrappedKey | null) => void;
}

/** A pair's key as it lies in the database. */
export type WrappedKey = Pick<typeof pairKey.$inferSelect, "id" | "wrapped">;

/** The words of one transaction's pairs. */
export function pairWordsIn(transaction: Transaction, master: SealingKeys): PairWords {
  const { tenantId } = transaction.actor;
  const keys = new Map<PairId, Promise<SealingKey | null>>();
  const remember = (pairId: PairId, key: Promise<SealingKey | null>) => {
    keys.set(pairId, key);
    return key;
  };
  const find = (pairId: PairId) => keys.get(pairId) ?? remember(pairId, findKey(transaction, master, pairId));
  return {
    seal: async (words, place) => {
      const key =
        (await find(place.pairId)) ?? (await remember(place.pairId, addKey(transaction, master, place.pairId)));
      if (!key) throw new Error("The pair's key can't be made by whoever acts.");
      return seal(key, Buffer.from(JSON.stringify(words)), belongingOf(tenantId, place));
    },
    open: async (sealed, place) => {
      const key = await find(place.pairId);
      return JSON.parse(open(key ? [key] : [], sealed, belongingOf(tenantId, place)).toString());
    },
    know: (pairId, wrapped) => {
      if (wrapped && !keys.has(pairId)) keys.set(pairId, Promise.resolve(unwrap(master, tenantId, pairId, wrapped)));
    },
  };
}

/** What a pair's wrapped key belongs to. */
export const keyBelonging = (tenantId: string, pairId: PairId, keyId: string): Belonging => [
  tenantId,
  pairId,
  keyId,
  "pair",
  "key",
];

const belongingOf = (tenantId: string, { pairId, row, author, noun }: Place): Belonging => [
  tenantId,
  pairId,
  row,
  author,
  noun,
];

async function findKey({ db, actor }: Transaction, master: SealingKeys, pairId: PairId): Promise<SealingKey | null> {
  const mine = and(eq(pairKey.tenantId, actor.tenantId), eq(pairKey.pairId, pairId));
  const [row] = await db.select().from(pairKey).where(mine);
  return row ? unwrap(master, actor.tenantId, pairId, row) : null;
}

const unwrap = (master: SealingKeys, tenantId: string, pairId: PairId, { id, wrapped }: WrappedKey): SealingKey => ({
  id,
  key: open([master.current, ...master.former], wrapped, keyBelonging(tenantId, pairId, id)),
});

/** Two who make a pair's first key at once both end with the one that was stored. */
async function addKey(transaction: Transaction, master: SealingKeys, pairId: PairId): Promise<SealingKey | null> {
  const { tenantId } = transaction.actor;
  const key = makeKey(randomUUID());
  const wrapped = seal(master.current, key.key, keyBelonging(tenantId, pairId, key.id));
  const row = { tenantId, pairId, id: key.id, wrapped, wrappedBy: master.current.id };
  await transaction.db.insert(pairKey).values(row).onConflictDoNothing();
  return findKey(transaction, master, pairId);
}
