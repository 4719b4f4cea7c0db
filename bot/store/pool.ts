import pg from "pg";

/** How long things may take, in milliseconds, before the store gives up: reaching the database, a statement, a lock, and a pause within a transaction. */
const patience = { connect: 5_000, statement: 10_000, lock: 5_000, pause: 15_000 } as const;

/** A pool that mends itself: connections that die, at rest or at work, are replaced by the next one asked for. */
export function openPool(databaseUrl: string, maxConnections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    application_name: "counterpoint",
    connectionTimeoutMillis: patience.connect,
    statement_timeout: patience.statement,
    lock_timeout: patience.lock,
    idle_in_transaction_session_timeout: patience.pause,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Statements that need not wait for each other's answers go out together.
    pipeline: true,
  });
  // A connection that dies says so here as well as to whoever uses it; unheard, either would end the process.
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

function ignore(): void {}
