import "temporal-polyfill/global";
import { randomUUID } from "node:crypto";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { library } from "../shared/content/prompts.ts";
import { programmeFile } from "../shared/contract/programme-file.ts";
import type { BookingStep, CheckInId } from "../shared/domain/check-in.ts";
import { buildServer } from "./api/server.ts";
import { tokenVerifier } from "./api/verify-token.ts";
import { BadConfig, type Config, readConfig } from "./config.ts";
import { openAppToken } from "./graph/app-token.ts";
import { openCalendar } from "./graph/calendar.ts";
import { openDirectory } from "./graph/directory.ts";
import type { GraphOptions } from "./graph/graph.ts";
import type { JobUseCases } from "./jobs/job.ts";
import { openJobs } from "./jobs/jobs.ts";
import { queues } from "./jobs/schedule.ts";
import { type Log, openLog } from "./log.ts";
import type { Clock, Messenger } from "./ports.ts";
import { openSessionChannel } from "./store/channel.ts";
import { migrate } from "./store/migrate.ts";
import { rotateSealingKeys } from "./store/rotate-sealing-keys.ts";
import { openStore } from "./store/store.ts";
import { createBot } from "./teams/bot.ts";
import type { BotSettings } from "./teams/settings.ts";
import { ImportRefused, importProgramme } from "./use-cases/programme/import-programme.ts";
import { createUseCases } from "./use-cases/use-cases.ts";

export interface StartOptions {
  readonly clock?: Clock;
  /** Told after each step of a booking has taken effect. */
  readonly onStep?: (step: BookingStep, checkInId: CheckInId) => Promise<void>;
}

/** A server that is up. `doors` lists every way in that it really has. */
export interface Running {
  readonly url: string;
  readonly doors: readonly string[];
  /** Lets what is under way finish, then leaves nothing open. */
  readonly stop: () => Promise<void>;
}

const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Wires every room together and starts to listen. */
export async function startServer(
  config: Config,
  { clock = systemClock, onStep = async () => {} }: StartOptions = {},
): Promise<Running> {
  const log = openLog(config.logLevel);
  // Jobs are queued by the use cases and perform them: this is where the two meet.
  const handlers: JobUseCases = {
    offerSlots: (owed) => useCases.offerSlots(owed),
    finishBooking: (owed) => useCases.finishBooking(owed),
    tellBooking: (owed) => useCases.tellBooking(owed),
  };
  const jobs = openJobs({ databaseUrl: config.databaseUrl, handlers, log, clock });
  const store = openStore({ databaseUrl: config.databaseUrl, sealingKeys: config.sealingKeys, enqueue: jobs.enqueue });
  const channel = openSessionChannel({ databaseUrl: config.databaseUrl });
  const graph = graphOptions(config, log, clock);
  const calendar = openCalendar(graph);
  const directory = openDirectory(graph);
  // The bot needs the use cases and they need the bot's messenger: this is where the two meet.
  const messenger: Messenger = { tell: (...told) => bot.messenger.tell(...told) };
  const useCases = createUseCases({
    store,
    calendar,
    directory,
    messenger,
    clock,
    newId: randomUUID,
    prompts: library,
    onStep,
  });
  const bot = createBot({ settings: botSettings(config), useCases, log, clock });
  const verify = tokenVerifier({ issuer: config.issuer, audience: config.clientId, tenantId: config.tenantId });
  const { server, doors } = await buildServer({
    useCases,
    store,
    channel,
    verify,
    takeActivity: bot.handle,
    windowUrl: config.windowUrl,
    log,
  });
  await server.listen({ port: config.port, host: config.host });
  await jobs.start();
  const shutDown = async () => {
    await server.close();
    await bot.settle();
    await jobs.stop();
    await channel.close();
    await store.close();
  };
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= shutDown();
    return stopping;
  };
  return {
    url: config.publicUrl,
    doors: [...doors, ...bot.doors, ...queues.map((queue) => `JOB ${queue.name}`)],
    stop,
  };
}

function graphOptions({ graphUrl, issuer, clientId, clientSecret }: Config, log: Log, clock: Clock): GraphOptions {
  const now = () => clock.now().epochMilliseconds;
  return { graphUrl, token: openAppToken({ issuer, clientId, clientSecret, log, now }), log, now };
}

const botSettings = ({ bot, tenantId, teamsAppId, windowUrl }: Config): BotSettings => ({
  ...bot,
  tenantId,
  teamsAppId,
  // The local window brings the connector too.
  ...(windowUrl === undefined ? {} : { serviceUrl: `${windowUrl}/connector/` }),
});

async function serve(options: StartOptions): Promise<void> {
  const running = await startServer(readConfig(process.env), options);
  process.stdout.write(`${JSON.stringify({ level: 30, msg: "ready", url: running.url })}\n`);
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function readOwnerUrl(): string {
  const ownerUrl = process.env["DATABASE_OWNER_URL"];
  if (!ownerUrl)
    throw new BadConfig([
      "DATABASE_OWNER_URL is missing: this runs as the database's owner, as the server never does.",
    ]);
  return ownerUrl;
}

async function migrateDatabase(): Promise<void> {
  await migrate({
    ownerUrl: readOwnerUrl(),
    serverRole: process.env["DATABASE_SERVER_ROLE"] ?? "counterpoint_server",
    queues,
  });
}

async function rotateKeys(): Promise<void> {
  const rewrapped = await rotateSealingKeys({
    ownerUrl: readOwnerUrl(),
    sealingKeys: readConfig(process.env).sealingKeys,
  });
  process.stdout.write(`Every pair's key is under the first of SEALING_KEYS now; ${rewrapped} changed.\n`);
}

async function importFromInput(): Promise<void> {
  const config = readConfig(process.env);
  const file = programmeFile.parse(await json(process.stdin));
  const store = openStore({
    databaseUrl: config.databaseUrl,
    sealingKeys: config.sealingKeys,
    enqueue: async () => {},
  });
  const directory = openDirectory(graphOptions(config, openLog(config.logLevel), systemClock));
  try {
    const { pairs } = await importProgramme({ store, directory })({ tenantId: config.tenantId, file });
    process.stdout.write(`Took in ${file.people.length} people and ${pairs} pairs.\n`);
  } finally {
    await store.close();
  }
}

const commands = { serve, migrate: migrateDatabase, import: importFromInput, "rotate-keys": rotateKeys };

/** Runs one of the commands; what a person can mend is said in a sentence, and the exit code is 1. */
export async function run(name = "serve", options: StartOptions = {}): Promise<void> {
  try {
    if (!Object.hasOwn(commands, name))
      throw new BadConfig([`There is no command "${name}": there are ${Object.keys(commands).join(", ")}.`]);
    await commands[name as keyof typeof commands](options);
  } catch (problem) {
    process.stderr.write(
      `${problem instanceof BadConfig || problem instanceof ImportRefused ? problem.message : inspect(problem)}\n`,
    );
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(process.argv[2]);
