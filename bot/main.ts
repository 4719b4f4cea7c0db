import "temporal-polyfill/global";
import { randomUUID } from "node:crypto";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { programmeFile } from "../shared/contract/programme-file.ts";
import { library } from "../shared/content/prompts.ts";
import type { BookingStep, CheckInId } from "../shared/domain/check-in.ts";
import { buildServer } from "./api/server.ts";
import { tokenVerifier } from "./api/verify-token.ts";
import { BadConfig, type Config, readConfig } from "./config.ts";
import { appToken } from "./graph/app-token.ts";
import { openCalendar } from "./graph/calendar.ts";
import { openJobs } from "./jobs/jobs.ts";
import { queues } from "./jobs/schedule.ts";
import { createLog } from "./log.ts";
import type { Clock, Messenger } from "./ports.ts";
import { openSessionChannel } from "./store/channel.ts";
import { migrate } from "./store/migrate.ts";
import { openStore } from "./store/store.ts";
import { createBot } from "./teams/bot.ts";
import { importProgramme } from "./use-cases/programme/import-programme.ts";
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
export async function startServer(config: Config, { clock = systemClock, onStep = async () => {} }: StartOptions = {}): Promise<Running> {
  const log = createLog({ level: config.logLevel });
  const jobs = openJobs({ databaseUrl: config.databaseUrl, log });
  const store = openStore({ databaseUrl: config.databaseUrl, sealingKeys: config.sealingKeys, enqueue: jobs.enqueue });
  const channel = openSessionChannel({ databaseUrl: config.databaseUrl });
  const token = appToken({ issuer: config.issuer, clientId: config.clientId, clientSecret: config.clientSecret });
  const calendar = openCalendar({ graphUrl: config.graphUrl, token, log });
  // The bot needs the use cases and they need the bot's messenger: this is where the two meet.
  const messenger: Messenger = { tell: (...told) => bot.messenger.tell(...told) };
  const useCases = createUseCases({ store, calendar, messenger, clock, newId: randomUUID, prompts: library, onStep });
  const bot = createBot({ settings: { ...config.bot, tenantId: config.tenantId, publicUrl: config.publicUrl }, useCases, log, clock });
  const verify = tokenVerifier({ issuer: config.issuer, audience: config.clientId, tenantId: config.tenantId });
  const { server, doors } = await buildServer({ useCases, store, channel, verify, takeActivity: bot.handle, windowUrl: config.windowUrl, log });
  await server.listen({ port: config.port, host: config.host });
  await jobs.start(useCases);
  const stop = async () => {
    await server.close();
    await jobs.stop();
    await channel.close();
    await store.close();
  };
  return { url: config.publicUrl, doors: [...doors, ...bot.doors, ...jobs.doors], stop };
}

async function serve(): Promise<void> {
  const running = await startServer(readConfig(process.env));
  process.stdout.write(`${JSON.stringify({ level: 30, msg: "ready", url: running.url })}\n`);
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function migrateDatabase(): Promise<void> {
  const ownerUrl = process.env["DATABASE_OWNER_URL"];
  if (!ownerUrl) throw new BadConfig(["DATABASE_OWNER_URL is missing: migrations run as the database's owner, the server never does."]);
  await migrate({ ownerUrl, serverRole: process.env["DATABASE_SERVER_ROLE"] ?? "counterpoint_server", queues });
}

async function importFromInput(): Promise<void> {
  const config = readConfig(process.env);
  const file = programmeFile.parse(await json(process.stdin));
  const store = openStore({ databaseUrl: config.databaseUrl, sealingKeys: config.sealingKeys, enqueue: async () => {} });
  try {
    const { pairs } = await importProgramme({ store })({ tenantId: config.tenantId, file });
    process.stdout.write(`Took in ${file.people.length} people and ${pairs} pairs.\n`);
  } finally {
    await store.close();
  }
}

const commands: Readonly<Record<string, () => Promise<void>>> = { serve, migrate: migrateDatabase, import: importFromInput };

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const command = commands[process.argv[2] ?? "serve"];
  if (!command) throw new Error(`bot/main.ts knows ${Object.keys(commands).join(", ")}.`);
  await command().catch((problem: unknown) => {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
  });
}
