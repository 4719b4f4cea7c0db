import pg from "pg";

/** What runs a query: the pool, or one connection inside a transaction. */
export type Database = Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">;

/** A pool on the stand-in's own database. A connection that breaks is replaced at the next use. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  // A connection that dies says so here as well as to whoever uses it; unheard, either would end the process.
  const ignore = () => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

/** Runs the work in one transaction: all of it or nothing. */
export async function inTransaction<T>(pool: pg.Pool, work: (database: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await client.query("rollback").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}
