import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Ports } from "../ports.ts";
import { makeOpenFolder } from "../postgres/place.ts";
import type { Ending } from "../processes/program.ts";
import type { Supervised } from "../processes/supervise.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import { openClosers } from "./closers.ts";
import { graphDatabase, graphRole, productDatabase } from "./databases.ts";
import { serverEnvironment, standInsFolder } from "./environments.ts";
import { claimState } from "./leftovers.ts";
import { beginMaking, type Making, type WorldOptions } from "./making.ts";
import type { PostgresKeeper } from "./postgres-keeper.ts";
import { tokenEndpointOf } from "./readiness.ts";
import { sealingKeys } from "./secrets.ts";
import { startDatabase } from "./start-database.ts";
import { fillDatabase, startServer } from "./start-server.ts";
import { buildPages, startStandIns } from "./start-stand-ins.ts";
import { refuseTakenPorts } from "./taken-ports.ts";

/** The product and Microsoft's stand-ins, running. */
export interface World {
  readonly urls: Addresses;
  readonly ports: Ports;
  readonly stateDir: string;
  /** The product's database as the server sees it, as its owner does, and as the superuser. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly adminUrl: string;
  readonly graphDatabaseUrl: string;
  /** The settings that the server runs with, for starting a second one. */
  readonly serverSettings: Readonly<Record<string, string>>;
  readonly server: Supervised;
  readonly signIn: Supervised;
  readonly graph: Supervised;
  readonly window: Supervised;
  /** Takes the database away and brings it back. */
  readonly database: Pick<PostgresKeeper, "start" | "stop">;
  /** Sends the server a signal (SIGKILL unless given) and waits for its end. It stays down until `startServer`. */
  readonly killServer: (signal?: NodeJS.Signals) => Promise<Ending | undefined>;
  /** Starts the server again, with settings of its own for this run, and waits until it is ready. */
  readonly startServer: (settings?: Readonly<Record<string, string>>) => Promise<void>;
  /** Stops everything in order: the server drains first, the database goes last. */
  readonly stop: () => Promise<void>;
}

/** Starts everything, each step with a sentence. If a step fails, what was started is stopped again. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { stateDir, abort, say = () => {} } = options;
  makeOpenFolder(stateDir);
  const register = await claimState(stateDir, say);
  const closers = openClosers();
  closers.add(async () => register.clear());
  const giveUp = () => void closers.close().catch(() => {});
  abort?.addEventListener("abort", giveUp);
  try {
    return await make(beginMaking(options, register, closers));
  } catch (error) {
    await closers.close();
    throw abort?.aborted ? abort.reason : error;
  } finally {
    abort?.removeEventListener("abort", giveUp);
  }
}

async function make(making: Making): Promise<World> {
  const { options, ports, stateDir, host } = making;
  prepareFolders(stateDir);
  await refuseTakenPorts(ports, host);
  if (options.build) await buildPages(making);
  const keeper = await startDatabase(making);
  const { postgres } = keeper;
  const processes = await startStandIns(making, postgres);
  const urls = addressesOf(ports);
  const tokenUrl = await tokenEndpointOf(urls.issuer);
  const facts = {
    ports,
    postgres,
    host,
    tokenUrl,
    sealingKeys: sealingKeys(stateDir),
    logLevel: options.logLevel ?? "info",
  };
  const serverSettings = { ...serverEnvironment(facts), ...options.serverSettings };
  await fillDatabase(making, postgres, serverSettings);
  const server = await startServer(making, serverSettings);
  return {
    urls,
    ports,
    stateDir,
    serverSettings,
    ...processes,
    server,
    database: keeper,
    databaseUrl: postgres.serverUrl(productDatabase),
    ownerUrl: postgres.ownerUrl(productDatabase),
    adminUrl: postgres.adminUrl(productDatabase),
    graphDatabaseUrl: postgres.urlOf(graphRole, graphDatabase),
    killServer: (name = "SIGKILL") => server.kill(name),
    startServer: server.start,
    stop: making.closers.close,
  };
}

/** Each start begins its logs anew: they hold what is happening now, not a history. */
function prepareFolders(stateDir: string): void {
  const logs = join(stateDir, "logs");
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs);
  mkdirSync(join(stateDir, standInsFolder), { recursive: true, mode: 0o700 });
}
