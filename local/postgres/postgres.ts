import { dirname, join } from "node:path";
import { isPortTaken } from "../ports.ts";
import { LocalProblem } from "../processes/problem.ts";
import { createCluster, isCluster, superuser } from "./cluster.ts";
import { makeOpenFolder, type Programs, preparePrograms, stateFolder } from "./place.ts";
import { launch, stopServer } from "./postmaster.ts";
import { createRole, dropDatabase, ensureDatabase, ownerRole, serverRole } from "./roles.ts";
import { postmasterOf, removePidFile, servesFolder } from "./running.ts";
import { keepSecret, passwordOf } from "./secret.ts";

/** What to start. */
export interface PostgresOptions {
  /** The port on 127.0.0.1; PostgreSQL listens nowhere else. */
  readonly port: number;
  /** The data folder; this clone's own unless given. Its parent keeps the secret. */
  readonly dataDir?: string;
  readonly logFile?: string;
  /** False trades safety for speed: a power cut may lose the data. True unless given. */
  readonly durable?: boolean;
  readonly say?: (sentence: string) => void;
  /** Told the process id as soon as there is one. */
  readonly onLaunch?: (pid: number) => void;
}

/** A running PostgreSQL 18, with the roles that Counterpoint knows. Databases and roles may be asked for by many at once. */
export interface Postgres {
  readonly port: number;
  /** The postmaster's process id. */
  readonly pid: number;
  readonly dataDir: string;
  /** Connects as the superuser: for the runner itself and for looking, never for the product. */
  readonly adminUrl: (database?: string) => string;
  /** Connects as the role that owns the product's tables: for migrations. */
  readonly ownerUrl: (database: string) => string;
  /** Connects as the role that the server uses. */
  readonly serverUrl: (database: string) => string;
  /** Connects as any role made by `createRole`. */
  readonly urlOf: (role: string, database: string) => string;
  /** Makes a role that may log in and nothing else; its password is the one in `urlOf`. */
  readonly createRole: (name: string) => Promise<void>;
  /** Makes a database unless it is there, owned by `counterpoint_owner` unless another is named; says whether it did. */
  readonly ensureDatabase: (name: string, owner?: string) => Promise<boolean>;
  readonly dropDatabase: (name: string) => Promise<void>;
  /** A fast shutdown: open transactions are rolled back. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL, making its cluster first when there is none, or takes over the one that already serves this data
 * folder (as after `kill -9` of whoever started it).
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { port, dataDir = join(stateFolder(), "postgres"), durable = true, say = () => {} } = options;
  const { logFile, onLaunch } = options;
  const programs = preparePrograms();
  makeOpenFolder(dirname(dataDir));
  const secret = keepSecret(join(dirname(dataDir), "postgres-secret"));
  const admin = urlOf(port, superuser, secret, "postgres");
  if (!isCluster(dataDir)) {
    say("Making the database cluster …");
    await createCluster(programs, dataDir, passwordOf(superuser, secret), durable);
  }
  const found = await takeOver(programs, dataDir, admin, port);
  const pid = found ?? (await startFresh(programs, { dataDir, port, durable, admin, logFile, onLaunch }));
  const postgres = describe(programs, { port, pid, dataDir, secret });
  await postgres.createRole(ownerRole);
  await postgres.createRole(serverRole);
  return postgres;
}

function describe(programs: Programs, at: { port: number; pid: number; dataDir: string; secret: string }): Postgres {
  const url = (role: string, database: string) => urlOf(at.port, role, at.secret, database);
  const admin = url(superuser, "postgres");
  return {
    port: at.port,
    pid: at.pid,
    dataDir: at.dataDir,
    adminUrl: (database = "postgres") => url(superuser, database),
    ownerUrl: (database) => url(ownerRole, database),
    serverUrl: (database) => url(serverRole, database),
    urlOf: url,
    createRole: (name) => createRole(admin, name, at.secret),
    ensureDatabase: (name, owner = ownerRole) => ensureDatabase(admin, name, owner),
    dropDatabase: (name) => dropDatabase(admin, name),
    stop: () => stopServer(programs, at.dataDir, "fast"),
  };
}

/** Finds the postmaster that a former start left behind: ours if it answers on this port, stopped or forgotten otherwise. */
async function takeOver(programs: Programs, dataDir: string, admin: string, port: number): Promise<number | undefined> {
  const running = postmasterOf(dataDir);
  if (running) {
    const found = new URL(admin);
    found.port = String(running.port);
    const answering = await servesFolder(found.href, dataDir);
    if (answering && running.port === port) return running.pid;
    // One that answers nobody is stuck, or still recovering; the next start recovers again.
    await stopServer(programs, dataDir, answering ? "fast" : "immediate");
  }
  removePidFile(dataDir);
  return undefined;
}

async function startFresh(programs: Programs, how: Parameters<typeof launch>[1]): Promise<number> {
  if (await isPortTaken(how.port)) {
    throw new LocalProblem(
      `Port ${how.port}, where PostgreSQL would listen, is taken by another program. Stop that one, or choose other ports: PORT=4978 npm start.`,
    );
  }
  return launch(programs, how);
}

function urlOf(port: number, role: string, secret: string, database: string): string {
  return `postgres://${role}:${passwordOf(role, secret)}@127.0.0.1:${port}/${database}`;
}
