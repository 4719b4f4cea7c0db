import "./temporal.ts";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { migrate } from "../bot/store/migrate.ts";
import type { SealingKeys } from "../bot/store/seal.ts";
import { openStore, type StoreOptions } from "../bot/store/store.ts";
import type { Postgres } from "../local/postgres/postgres.ts";
import { startThrowawayPostgres } from "../local/postgres/throwaway.ts";
import { jobNames } from "../shared/domain/access.ts";

export const serverRole = "counterpoint_server";
export const ownerRole = "counterpoint_owner";

/** The queues of every test database, each with the defaults. */
export const testQueues = jobNames.map((name) => ({ name }));

/** Master keys of this run, for every store that is not given others. */
export const testKeys: SealingKeys = { current: { id: "test-1", key: randomBytes(32) }, former: [] };

export type TestStore = ReturnType<typeof openStore>;

/** One database. */
export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly serverUrl: string;
  /** Runs one statement as the superuser, past every wall: for looking, and for damage no one else can do. */
  readonly look: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** A store that is closed when the file's tests have ended, if not before. Queuing a job fails unless `enqueue` is given. */
  readonly openStore: (options?: Partial<StoreOptions>) => TestStore;
}

/** The PostgreSQL of one test file. */
export interface TestServer {
  readonly postgres: () => Postgres;
  /** A new database, migrated unless it should be empty. */
  readonly create: (contents?: "migrated" | "empty") => Promise<TestDatabase>;
}

const template = "migrated_template";

/** Starts a PostgreSQL before this file's tests, and removes it after them. */
export function serverForThisFile(): TestServer {
  let running: Postgres | undefined;
  let count = 0;
  const closing: (() => Promise<void>)[] = [];
  const postgres = () => {
    if (!running) throw new Error("PostgreSQL starts before the first test: ask for it inside one.");
    return running;
  };
  beforeAll(async () => {
    running = await startThrowawayPostgres();
    await running.ensureDatabase(template);
    await migrate({ ownerUrl: running.ownerUrl(template), serverRole, queues: testQueues });
  });
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
    await running?.stop();
  });
  return {
    postgres,
    create: async (contents = "migrated") => {
      const name = `test_${++count}`;
      if (contents === "migrated") await copyTemplate(postgres(), name);
      await postgres().ensureDatabase(name);
      return describeDatabase(postgres(), name, closing);
    },
  };
}

/** A migrated database for all tests of this file, once they run. */
export function databaseForThisFile(server: TestServer = serverForThisFile()): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await server.create();
  });
  return () => {
    if (!database) throw new Error("The database is made before the first test: ask for it inside one.");
    return database;
  };
}

/** Opens a store for the length of `work`. */
export async function withStore<T>(
  database: TestDatabase,
  work: (store: TestStore) => Promise<T>,
  options: Partial<StoreOptions> = {},
): Promise<T> {
  const store = openTestStore(database.serverUrl, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const openTestStore = (databaseUrl: string, options: Partial<StoreOptions>): TestStore =>
  openStore({ databaseUrl, sealingKeys: testKeys, enqueue: refuseJobs, maxConnections: 4, ...options });

const refuseJobs = async (): Promise<void> => {
  throw new Error("This test queues no jobs.");
};

function describeDatabase(postgres: Postgres, name: string, closing: (() => Promise<void>)[]): TestDatabase {
  const serverUrl = postgres.serverUrl(name);
  return {
    name,
    ownerUrl: postgres.ownerUrl(name),
    serverUrl,
    look: (text, values = []) => runAlone(postgres.adminUrl(name), text, values),
    openStore: (options = {}) => {
      const store = openTestStore(serverUrl, options);
      closing.push(() => (store.pool.ended ? Promise.resolve() : store.close()));
      return store;
    },
  };
}

async function copyTemplate(postgres: Postgres, name: string): Promise<void> {
  await runAlone(postgres.adminUrl(), `create database ${name} template ${template} owner ${ownerRole}`, []);
}

/** Runs one statement on a connection of its own. */
export async function runAlone<Row extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
