import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { mountOutlookNotices } from "../../bot/api/outlook-notices.ts";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { openMailboxes } from "../../bot/graph/mailboxes.ts";
import { openMeetings } from "../../bot/graph/meetings.ts";
import type { Connections } from "../../bot/ports/connections.ts";
import type { JobRequest } from "../../bot/ports/job-request.ts";
import type { Notice } from "../../bot/ports/messenger.ts";
import type { Deps, PersonRef } from "../../bot/use-cases/deps.ts";
import { createUseCases, type UseCases } from "../../bot/use-cases/use-cases.ts";
import { localApp, localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import type { SagaStep } from "../../shared/domain/booking.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";
import { type Copy, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

/** Who was told what by the bot. */
export interface Said {
  readonly to: string;
  readonly notice: Notice;
}

/** One who acts, by given name. */
export const personOf = (givenName: string): PersonRef => ({
  tenantId: localTenant.id,
  personId: localPerson(givenName).oid,
});

interface Waiting {
  readonly job: JobRequest;
  readonly at: Temporal.Instant;
  readonly once: string | undefined;
}

/** Real records and a real way to Outlook's stand-in; time and the order of jobs are the test's. */
export interface CheckInWorld {
  readonly use: UseCases;
  readonly outlook: OutlookWorld;
  readonly store: TestStore;
  readonly said: readonly Said[];
  readonly now: () => Temporal.Instant;
  /** Performs what is due, and what that brings, until nothing is. */
  readonly work: () => Promise<void>;
  /** Lets time pass, and performs what comes due. */
  readonly pass: (time: {
    readonly seconds?: number;
    readonly minutes?: number;
    readonly hours?: number;
  }) => Promise<void>;
  /** Jobs that wait for a later moment or another try. */
  readonly waiting: () => readonly JobRequest[];
  /** Loses every job that waits. */
  readonly loseJobs: () => void;
  /** Acts once, right after that step of what happens to an event has taken effect. */
  readonly after: (step: SagaStep, act: () => Promise<unknown>) => void;
  readonly checkIns: () => Promise<readonly CheckIn[]>;
  /** Copies that stand in calendars. */
  readonly standing: () => Promise<readonly Copy[]>;
  /** What was told since the last time that was asked, as "Ana: booked". */
  readonly news: () => readonly string[];
}

/** A world for one test file: calendars, check-ins and jobs are as good as new before each test. */
export function checkInWorldForThisFile(more: Partial<Deps> = {}): () => CheckInWorld {
  const database = databaseForThisFile();
  let outlook: OutlookWorld | undefined;
  let server: FastifyInstance | undefined;
  let publicUrl = "";
  let world: CheckInWorld | undefined;
  const current = () => {
    if (!world) throw new Error("The world is made before the first test: ask for it inside one.");
    return world;
  };
  beforeAll(async () => {
    outlook = await startOutlookWorld();
    server = Fastify();
    mountOutlookNotices(server, (notices) => current().use.takeNotices({ tenantId: localTenant.id, notices }));
    publicUrl = await server.listen({ port: 0, host: "127.0.0.1" });
  });
  beforeEach(async () => {
    if (!outlook || !server) throw new Error("Nothing was started.");
    await outlook.reset();
    await database().look("truncate app.person, app.programme, app.mailbox_watch cascade");
    world = buildWorld(database(), outlook, publicUrl, more);
    const file = seedDocument(new Date(world.now().epochMilliseconds));
    const pairs = file.cohorts.flatMap((cohort) =>
      cohort.pairs.map((pair) => ({ ...pair, checkIns: [], goals: [], entries: [] })),
    );
    await world.use.importProgramme({
      tenantId: localTenant.id,
      file: { ...file, cohorts: file.cohorts.map((cohort) => ({ ...cohort, pairs })) },
    });
  });
  afterAll(async () => {
    await server?.close();
    await outlook?.stop();
  });
  return current;
}

function buildWorld(
  database: ReturnType<ReturnType<typeof databaseForThisFile>>,
  outlook: OutlookWorld,
  publicUrl: string,
  more: Partial<Deps>,
): CheckInWorld {
  let now = Temporal.Now.instant();
  let queue: Waiting[] = [];
  const said: Said[] = [];
  let told = 0;
  const interruptions = new Map<SagaStep, () => Promise<unknown>>();
  const store = database.openStore({
    enqueue: async (_db, job, { at = now, once }) => {
      if (once && queue.some((one) => one.job.name === job.name && one.once === once)) return;
      queue.push({ job, at, once });
    },
  });
  const options = outlook.options();
  const use = createUseCases({
    store,
    calendar: openCalendar(options),
    meetings: openMeetings({ ...options, teamsAppId: localApp.teamsAppId }),
    mailboxes: openMailboxes({ ...options, publicUrl }),
    connections: noConnections,
    directory: { find: async () => null },
    messenger: {
      tell: async (to, _where, notice) => {
        said.push({ to: to.name, notice });
        return `message-${said.length}`;
      },
      greet: async () => {},
    },
    clock: { now: () => now },
    newId: randomUUID,
    newSecret: randomUUID,
    prompts: [],
    exercises: [],
    onStep: async (step) => {
      const act = interruptions.get(step);
      interruptions.delete(step);
      await act?.();
    },
    ...more,
  });
  const work = async () => {
    for (let done = 0; done < 500; done += 1) {
      const next = queue.find(({ at }) => Temporal.Instant.compare(at, now) <= 0);
      if (!next) return;
      queue = queue.filter((one) => one !== next);
      if ((await perform(use, next.job)) === "try-again") queue.push({ ...next, at: now.add({ seconds: 30 }) });
    }
    throw new Error("The jobs go on for ever.");
  };
  return {
    use,
    outlook,
    store,
    said,
    now: () => now,
    work,
    pass: async (time) => {
      now = now.add(time);
      await work();
    },
    waiting: () => queue.map((one) => one.job),
    loseJobs: () => {
      queue = [];
    },
    after: (step, act) => void interruptions.set(step, act),
    checkIns: () =>
      store.transact({ kind: "person", role: "participant", ...personOf("Ana") }, async (records) => {
        const [pair] = await records.pairs.mine();
        return pair ? records.checkIns.ofPair(pair.id) : [];
      }),
    standing: async () => (await outlook.copies()).filter((one) => !one.cancelled && !one.deleted),
    news: () => {
      const fresh = said.slice(told);
      told = said.length;
      return fresh.map(({ to, notice }) => `${to}: ${notice.kind === "news" ? notice.news.kind : notice.kind}`).sort();
    },
  };
}

const noConnections: Connections = {
  areNeeded: false,
  connect: async () => "consent-needed",
  renewed: () => {},
};

function perform(use: UseCases, job: JobRequest): Promise<"done" | "try-again"> {
  switch (job.name) {
    case "write-to-calendar":
      return use.writeToCalendar(job);
    case "furnish-meeting":
      return use.furnishMeeting(job);
    case "follow-check-in":
      return use.followCheckIn(job);
    case "offer-slots":
      return use.offerSlots(job);
    case "tell-news":
      return use.tellNews(job);
    case "watch-mailbox":
      return use.watchMailbox(job);
    case "sweep-mailbox":
      return use.sweepMailbox(job);
    case "tell-connection":
      return use.tellConnection(job);
    case "sweep-mailboxes":
      return use.sweepMailboxes(job);
    default:
      throw new Error(`Nobody here performs ${job.name}.`);
  }
}

/** Ana asks for times and takes one; nothing has been written yet. */
export async function choose(world: CheckInWorld, place = 0): Promise<CheckIn> {
  const asked = await world.use.askForCheckIn({ by: personOf("Ana") });
  if (!asked.ok) throw new Error(asked.refusal);
  const { id: checkInId, offered } = asked.value.checkIn;
  const chosen = await world.use.bookCheckIn({
    by: personOf("Ana"),
    checkInId,
    startsAt: offered[place]?.startsAt ?? "",
  });
  if (!chosen.ok) throw new Error(chosen.refusal);
  return chosen.value.checkIn;
}

/** Ana's check-in with Ben, in both calendars, both told, listened to in both mailboxes. */
export async function book(world: CheckInWorld): Promise<CheckIn> {
  const { id } = await choose(world);
  await world.work();
  await world.pass({ seconds: 6 });
  world.news();
  return checkInOf(world, id);
}

export async function checkInOf(world: CheckInWorld, id: string): Promise<CheckIn> {
  const found = (await world.checkIns()).find((one) => one.id === id);
  if (!found) throw new Error(`There is no check-in ${id}.`);
  return found;
}

/** The id of someone's copy of the event that stands. */
export async function copyIdOf(world: CheckInWorld, givenName: string): Promise<string> {
  const found = (await world.standing()).find((one) => one.mailbox === localPerson(givenName).oid);
  if (!found) throw new Error(`${givenName} has no copy.`);
  return found.immutableId;
}
