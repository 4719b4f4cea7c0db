import { randomBytes, randomUUID } from "node:crypto";
import { exercises } from "../../shared/content/exercises.ts";
import { library } from "../../shared/content/prompts.ts";
import type { SagaStep } from "../../shared/domain/booking.ts";
import type { CheckInId } from "../../shared/domain/check-in.ts";
import { rememberVerified } from "../api/remember-verified.ts";
import { buildServer } from "../api/server.ts";
import { tokenVerifier } from "../api/verify-token.ts";
import type { Config } from "../config.ts";
import { openJobs } from "../jobs/jobs.ts";
import { queues } from "../jobs/schedule.ts";
import { openLog } from "../log.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Clock } from "../ports.ts";
import { openSessionChannel } from "../store/channel.ts";
import { openPace } from "../store/pace.ts";
import { openStore } from "../store/store.ts";
import { createBot } from "../teams/bot.ts";
import { createUseCases } from "../use-cases/use-cases.ts";
import { botSettings } from "./bot-settings.ts";
import { consentParts } from "./consent-parts.ts";
import { jobUseCases } from "./job-use-cases.ts";
import { openOutlook } from "./outlook.ts";
import { systemClock } from "./system-clock.ts";

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

/** Wires every room together and starts to listen. */
export async function startServer(
  config: Config,
  { clock = systemClock, onStep = async () => {}, cron = true }: StartOptions = {},
): Promise<Running> {
  const log = openLog(config.logLevel);
  // Jobs are queued by the use cases and perform them: this is where the two meet.
  const { databaseUrl, tenantId } = config;
  const jobs = openJobs({ databaseUrl, handlers: jobUseCases(() => useCases), log, clock, tenantId, cron });
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
