import "temporal-polyfill/global";
import { randomBytes, randomUUID } from "node:crypto";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { exercises } from "../shared/content/exercises.ts";
import { library } from "../shared/content/prompts.ts";
import { programmeFile } from "../shared/contract/programme-file.ts";
import type { SagaStep } from "../shared/domain/booking.ts";
import type { CheckInId } from "../shared/domain/check-in.ts";
import type { ConsentParts } from "./api/consent.ts";
import { authorizeUrlOf } from "./api/discovery.ts";
import { rememberVerified } from "./api/remember-verified.ts";
import { buildServer } from "./api/server.ts";
import { tokenVerifier } from "./api/verify-token.ts";
import { BadConfig, type Config, readConfig } from "./config.ts";
import { openAppToken } from "./graph/app-token.ts";
import { openCalendar } from "./graph/calendar.ts";
import { openConnections } from "./graph/connections.ts";
import { delegatedScope } from "./graph/delegated-scopes.ts";
import { type DelegatedTokens, openDelegatedToken } from "./graph/delegated-token.ts";
import { openDirectory } from "./graph/directory.ts";
import type { GraphOptions } from "./graph/graph.ts";
import { openMailboxes } from "./graph/mailboxes.ts";
import { openMeetings } from "./graph/meetings.ts";
import type { JobUseCases } from "./jobs/job.ts";
import { openJobs } from "./jobs/jobs.ts";
import { queues } from "./jobs/schedule.ts";
import { type Log, openLog } from "./log.ts";
import type { Calendar, Clock, Connections, Directory, Mailboxes, Meetings, Messenger, Store } from "./ports.ts";
import { openSessionChannel } from "./store/channel.ts";
import { migrate } from "./store/migrate.ts";
import { openPace } from "./store/pace.ts";
import { rotateSealingKeys } from "./store/rotate-sealing-keys.ts";
import { openStore } from "./store/store.ts";
import { createBot } from "./teams/bot.ts";
import type { BotSettings } from "./teams/settings.ts";
import { keepGrants } from "./use-cases/connection/keep-grants.ts";
import { ImportRefused, importProgramme } from "./use-cases/programme/import-programme.ts";
import { createUseCases, type UseCases } from "./use-cases/use-cases.ts";

export interface StartOptions {
  readonly clock?: Clock;
  /** Told after each step of what happens to an event has taken effect. */
  readonly onStep?: (step: SagaStep, checkInId: CheckInId) => Promise<void>;
  /** Whether this process sets off what time sets off; it does unless told not to. */
  readonly cron?: boolean;
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
  { clock = systemClock, onStep = async () => {}, cron = true }: StartOptions = {},
): Promise<Running> {
  const log = openLog(config.logLevel);
  // Jobs are queued by the use cases and perform them: this is where the two meet.
  const { databaseUrl, tenantId } = config;
  const jobs = openJobs({ databaseUrl, handlers: handlersOf(() => useCases), log, clock, tenantId, cron });
  const store = openStore({ databaseUrl, sealingKeys: config.sealingKeys, enqueue: jobs.enqueue });
  const channel = openSessionChannel({ databaseUrl });
  // The bot needs the use cases and they need the bot's messenger: this is where the two meet.
  const messenger: Messenger = {
    tell: (...told) => bot.messenger.tell(...told),
    greet: (...greeted) => bot.messenger.greet(...greeted),
  };
  const useCases = createUseCases({
    ...openOutlook(config, store, log, clock),
    store,
    messenger,
    clock,
    newId: randomUUID,
    newSecret: () => randomBytes(32).toString("base64url"),
    prompts: library,
    exercises,
    onStep,
  });
  const pace = openPace({ pool: store.pool, tenantId });
  const bot = createBot({ settings: botSettings(config), useCases, log, clock, pace });
  const verify = rememberVerified(tokenVerifier({ issuer: config.issuer, audience: config.clientId, tenantId }));
  const { server, doors } = await buildServer({
    useCases,
    store,
    channel,
    verify,
    takeActivity: bot.handle,
    takeNotices: (notices) => useCases.takeNotices({ tenantId, notices }),
    consent: consentParts(config),
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

const handlersOf = (made: () => UseCases): JobUseCases => ({
  offerSlots: (ids) => made().offerSlots(ids),
  writeToCalendar: (ids) => made().writeToCalendar(ids),
  giveUpWriting: (ids) => made().giveUpWriting(ids),
  furnishMeeting: (ids) => made().furnishMeeting(ids),
  followCheckIn: (ids) => made().followCheckIn(ids),
  tellNews: (ids) => made().tellNews(ids),
  tellRhythm: (ids) => made().tellRhythm(ids),
  greetMeeting: (ids) => made().greetMeeting(ids),
  watchMailbox: (ids) => made().watchMailbox(ids),
  sweepMailbox: (ids) => made().sweepMailbox(ids),
  sweepMailboxes: (ids) => made().sweepMailboxes(ids),
  keepRhythm: (ids) => made().keepRhythm(ids),
  tellConnection: (ids) => made().tellConnection(ids),
  previewCohortBooking: (ids) => made().previewCohortBooking(ids),
  bookCohort: (ids) => made().bookCohort(ids),
  tellCohortBooking: (ids) => made().tellCohortBooking(ids),
});

interface Outlook {
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly mailboxes: Mailboxes;
  readonly connections: Connections;
  readonly directory: Directory;
}

/** Outlook by the application's own leave or by each person's, whichever the organisation chose; the directory is the application's either way. */
function openOutlook(config: Config, store: Store, log: Log, clock: Clock): Outlook {
  const application = graphOptions(config, log, clock);
  const tokens = config.calendarAccess === "delegated" ? personalTokens(config, store, log, clock) : null;
  const graph = { ...application, token: tokens ?? application.token };
  return {
    calendar: openCalendar(graph),
    meetings: openMeetings({ ...graph, teamsAppId: config.teamsAppId }),
    mailboxes: openMailboxes({ ...graph, publicUrl: config.publicUrl }),
    connections: openConnections({ ...tokenService(config), tokens, log }),
    directory: openDirectory(application),
  };
}

const tokenService = ({ issuer, clientId, clientSecret }: Config) => ({ issuer, clientId, clientSecret });
const millisecondsOf = (clock: Clock) => () => clock.now().epochMilliseconds;

function graphOptions(config: Config, log: Log, clock: Clock): GraphOptions {
  const now = millisecondsOf(clock);
  return { graphUrl: config.graphUrl, token: openAppToken({ ...tokenService(config), log, now }), log, now };
}

const personalTokens = (config: Config, store: Store, log: Log, clock: Clock): DelegatedTokens =>
  openDelegatedToken({
    ...tokenService(config),
    grants: keepGrants(store, config.tenantId),
    // Keeping it as broken has the person told.
    onBroken: async () => {},
    log,
    now: millisecondsOf(clock),
  });

const consentParts = (config: Config): ConsentParts | undefined =>
  config.calendarAccess === "delegated"
    ? {
        authorizeUrl: authorizeUrlOf(config.issuer),
        clientId: config.clientId,
        scopes: delegatedScope.split(" "),
        publicUrl: config.publicUrl,
      }
    : undefined;

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
