import { setTimeout as wait } from "node:timers/promises";
import { drizzle, type PgRemoteDatabase } from "drizzle-orm/pg-proxy";
import pg from "pg";
import type { Actor } from "../../shared/domain/access.ts";
import { StoreAway } from "../ports.ts";
import { namingOf } from "./actor.ts";
import { bare, isAway, isOvertaken } from "./faults.ts";

/** Runs one statement inside the transaction; rows are objects unless arrays are asked for. */
export type Run = (
  text: string,
  values?: readonly unknown[],
  shape?: "object" | "array",
) => Promise<{ readonly rows: unknown[] }>;

/** One transaction of one actor. It answers until it ends, and refuses afterwards. */
export interface Transaction {
  readonly actor: Actor;
  readonly run: Run;
  readonly db: PgRemoteDatabase;
}

/** How often work is done that loses against others, and the longest pause before the second time, in milliseconds. */
const persistence = { tries: 4, pause: 40 } as const;

/**
 * Does `work` in one transaction as `actor`. Work that lost against another transaction (serialization, deadlock,
 * overtaken) is done again from the beginning, up to four times in all.
 *
 * @throws StoreAway when the database can't be reached or gave up. If that happened while committing, the work may
 * stand all the same: whoever tries again relies on versions and ids.
 */
export async function transact<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(pool, actor, work);
    } catch (thrown) {
      const error = bare(thrown);
      if (isAway(error)) throw new StoreAway("The database can't be reached.", { cause: error });
      if (!isOvertaken(error) || tries === persistence.tries) throw error;
      await wait(Math.random() * persistence.pause * tries);
    }
  }
}

async function once<T>(pool: pg.Pool, actor: Actor, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isOpen = true;
  const run: Run = (text, values = [], shape = "object") => {
    if (!isOpen) throw new Error("The transaction has ended: something in it was not awaited.");
    return query(client, text, values, shape);
  };
  // What the work begins with goes along, unawaited and in one packet: nothing is visible, and nothing done, before this has succeeded.
  sendTogether(client);
  const opened = client.query(`begin; ${namingOf(actor)}`);
  try {
    const answer = await after(opened, () => work({ actor, run, db: databaseOf(run) }));
    isOpen = false;
    await commit(client);
    client.release();
    return answer;
  } catch (error) {
    isOpen = false;
    await undo(client);
    throw error;
  }
}

/** Holds back what is sent until the code that runs now has sent all it has. */
function sendTogether({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Begins the work at once and answers it once what it stands on is sure; where that failed, its failure is the reason and not the work's. */
async function after<T>(ground: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const [stands, done] = await Promise.allSettled([ground, work()]);
  if (stands.status === "rejected") throw stands.reason;
  if (done.status === "rejected") throw done.reason;
  return done.value;
}

/** PostgreSQL answers a commit of a failed transaction with a rollback and no error. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query("commit");
  if (command !== "COMMIT")
    throw new Error("A statement failed and nobody noticed: nothing of this transaction stands.");
}

/** A connection that can't even roll back is not lent again. */
async function undo(client: pg.PoolClient): Promise<void> {
  const cleaned = await client.query("rollback").then(
    () => true,
    () => false,
  );
  client.release(!cleaned);
}

const databaseOf = (run: Run): PgRemoteDatabase =>
  drizzle((text, values, method) => run(text, values, method === "all" ? "array" : "object"));

function query(client: pg.PoolClient, text: string, values: readonly unknown[], shape: "object" | "array") {
  const config = { ...(values.length > 0 && statementName(text)), text, values: [...values], types: { getTypeParser } };
  return shape === "array" ? client.query<unknown[]>({ ...config, rowMode: "array" }) : client.query<object>(config);
}

/** How many different statements each connection keeps prepared. The records have fewer. */
const mostPrepared = 300;
const names = new Map<string, string>();

/** A prepared statement is parsed and planned once a connection instead of each time, which about halves what it takes. */
function statementName(text: string): { readonly name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= mostPrepared) return {};
  const name = `s${names.size}`;
  names.set(text, name);
  return { name };
}

const asWritten: ReadonlySet<number> = new Set([pg.types.builtins.DATE, pg.types.builtins.TIMESTAMPTZ]);

/** Dates and instants stay text: the driver would turn them into local midnights and drop microseconds. */
function getTypeParser(oid: number, format?: "text" | "binary") {
  return asWritten.has(oid) ? (text: string) => text : pg.types.getTypeParser(oid, format);
}
