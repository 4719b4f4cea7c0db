import type { Pool } from "pg";
import { type Behaviour, behaviourSchema, usualBehaviour } from "../behaviour.ts";

/** How each mailbox behaves; kept in the database and read from memory, as one process alone changes it. */
export interface Behaviours {
  of(mailbox: string): Behaviour;
  /** Changes what is given, keeps the rest, and returns the whole. */
  set(mailbox: string, change: Partial<Behaviour>): Promise<Behaviour>;
  /** The same change for everyone. */
  setAll(change: Partial<Behaviour>): Promise<Behaviour>;
  /** Back to the usual for everyone. */
  clear(): Promise<void>;
}

/** The row of all mailboxes that nobody has set apart. */
const everyone = "00000000-0000-0000-0000-000000000000";

/** Reads what was set before. */
export async function loadBehaviours(pool: Pool): Promise<Behaviours> {
  const stored = await pool.query<{ mailbox: string; behaviour: unknown }>(
    "select mailbox, behaviour from mailbox_behaviour",
  );
  const known = new Map(stored.rows.map((row) => [row.mailbox, behaviourSchema.parse(row.behaviour)]));
  const of = (mailbox: string) => known.get(mailbox) ?? known.get(everyone) ?? usualBehaviour;
  const set = async (mailbox: string, change: Partial<Behaviour>) => {
    const behaviour = { ...of(mailbox), ...change };
    await pool.query(
      "insert into mailbox_behaviour values ($1, $2) on conflict (mailbox) do update set behaviour = excluded.behaviour",
      [mailbox, JSON.stringify(behaviour)],
    );
    known.set(mailbox, behaviour);
    return behaviour;
  };
  return {
    of,
    set,
    async setAll(change) {
      for (const mailbox of known.keys()) await set(mailbox, change);
      return set(everyone, change);
    },
    async clear() {
      await pool.query("delete from mailbox_behaviour");
      known.clear();
    },
  };
}
