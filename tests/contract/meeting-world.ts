import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Calendar } from "../../bot/ports/calendar.ts";
import type { Connections } from "../../bot/ports/connections.ts";
import type { Directory } from "../../bot/ports/directory.ts";
import type { JobRequest } from "../../bot/ports/job-request.ts";
import type { Mailboxes } from "../../bot/ports/mailboxes.ts";
import type { Meetings } from "../../bot/ports/meetings.ts";
import { openSessionChannel } from "../../bot/store/channel.ts";
import { type Bot, createBot } from "../../bot/teams/bot.ts";
import { type FakeChannel, startFakeChannel } from "../../bot/teams/testing/fake-channel.ts";
import type { PersonRef } from "../../bot/use-cases/deps.ts";
import { createUseCases, type UseCases } from "../../bot/use-cases/use-cases.ts";
import { localApp, localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import { exercises } from "../../shared/content/exercises.ts";
import { library } from "../../shared/content/prompts.ts";
import { type CheckIn, untouched } from "../../shared/domain/check-in.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";

/** A Thursday morning in London. */
export const thursday = Temporal.Instant.from("2026-11-26T10:00:00Z");

/** One who acts, by given name. */
export const personOf = (givenName: string): PersonRef => ({
  tenantId: localTenant.id,
  personId: localPerson(givenName).oid,
});

/** A visitor whom no directory knows. */
export const guest = { id: "8:teamsvisitor:1", name: "A guest" };

/** What is posted for a meeting: by whom and when, and to be bent in any way. */
export interface Happening {
  readonly who?: string | typeof guest;
  readonly at?: Temporal.Instant;
  readonly chatId?: string;
  readonly bend?: Readonly<Record<string, unknown>>;
}

/** What the bot posted: in which chat, and in words. */
export interface Posted {
  readonly chat: string;
  readonly words: string;
}

/** Real records, the real bot, and Teams as its wire looks; time and the order of jobs are the test's. */
export interface MeetingWorld {
  readonly use: UseCases;
  readonly store: TestStore;
  readonly channel: FakeChannel;
  readonly now: () => Temporal.Instant;
  /** Goes to a moment and performs what comes due until then. */
  readonly passTo: (moment: Temporal.Instant) => Promise<void>;
  /** Performs what is due, and what that brings. `keepRhythm` looks at the clock as every minute does. */
  readonly work: () => Promise<void>;
  readonly keepRhythm: () => Promise<void>;
  readonly waiting: () => readonly JobRequest[];
  /** Posts what Teams says of a meeting. @returns the status. */
  readonly tells: (what: "Start" | "End" | "ParticipantJoin" | "ParticipantLeave", more?: Happening) => Promise<number>;
  /** Presses a card's button in somebody's own chat. @returns the answer as JSON. */
  readonly presses: (who: string, verb: string, data: object) => Promise<string>;
  /** What was posted since the last time that was asked. */
  readonly posted: () => readonly Posted[];
  /** A check-in of Ana and Ben's for that hour, with a Teams meeting in the chat. */
  readonly book: (startsAt: Temporal.Instant, chatId: string) => Promise<CheckIn>;
  readonly checkIns: () => Promise<readonly CheckIn[]>;
  /** Listens to what is announced of a session, as every server does, until `stop`. */
  readonly listen: (sessionId: string) => Promise<Announced>;
}

export interface Announced {
  /** Versions as they were announced; `null` for what changed around the session. */
  readonly heard: readonly (number | null)[];
  readonly stop: () => Promise<void>;
}

/** A world for one test file, as good as new before each test. */
export function meetingWorldForThisFile(): () => MeetingWorld {
  const database = databaseForThisFile();
  let channel: FakeChannel | undefined;
  let world: MeetingWorld | undefined;
  beforeAll(async () => {
    channel = await startFakeChannel(localApp.botAppId);
  });
  beforeEach(async () => {
    if (!channel) throw new Error("No channel was started.");
    channel.calls.length = 0;
    channel.faults.length = 0;
    await database().look("truncate app.person, app.programme, app.meeting_room cascade");
    world = await buildWorld(database(), channel);
  });
  afterAll(() => channel?.close());
  return () => {
    if (!world) throw new Error("The world is made before the first test: ask for it inside one.");
    return world;
  };
}

interface Waiting {
  readonly job: JobRequest;
  readonly at: Temporal.Instant;
  readonly once: string | undefined;
}

async function buildWorld(
  database: ReturnType<ReturnType<typeof databaseForThisFile>>,
  channel: FakeChannel,
): Promise<MeetingWorld> {
  let now = thursday.subtract({ hours: 1 });
  let queue: Waiting[] = [];
  let told = 0;
  const clock = { now: () => now };
  const store = database.openStore({
    enqueue: async (_db, job, { at = now, once }) => {
      if (once && queue.some((one) => one.job.name === job.name && one.once === once)) return;
      queue.push({ job, at, once });
    },
  });
  const reached: { bot?: Bot } = {};
  const messenger = () => {
    if (!reached.bot) throw new Error("There is no bot yet.");
    return reached.bot.messenger;
  };
  const use = createUseCases({
    ...outside,
    store,
    messenger: { tell: (...what) => messenger().tell(...what), greet: (...what) => messenger().greet(...what) },
    clock,
    newId: randomUUID,
    newSecret: randomUUID,
    prompts: library,
    exercises,
    onStep: async () => {},
  });
  const bot = createBot({
    settings: settingsFor(channel),
    useCases: use,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    clock,
    pace: { turn: () => Promise.resolve(0) },
  });
  reached.bot = bot;
  await use.importProgramme({ tenantId: localTenant.id, file: seedDocument(new Date(now.epochMilliseconds)) });
  const post = async (activity: object) => bot.handle(`Bearer ${await channel.token()}`, activity);
  for (const name of ["Ana", "Ben"]) await post(activityOf(channel, name, { type: "message", text: "hello" }));
  channel.calls.length = 0;

  const work = async () => {
    for (let done = 0; done < 100; done += 1) {
      const next = queue.find(({ at }) => Temporal.Instant.compare(at, now) <= 0);
      if (!next) return;
      queue = queue.filter((one) => one !== next);
      const outcome = await perform(use, next.job).catch(() => "try-again");
      if (outcome === "try-again") queue.push({ ...next, at: now.add({ seconds: 30 }) });
    }
    throw new Error("The jobs go on for ever.");
  };
  const keepRhythm = async () => {
    await use.keepRhythm({ tenantId: localTenant.id });
    await work();
  };
  return {
    use,
    store,
    channel,
    now: () => now,
    work,
    keepRhythm,
    waiting: () => queue.map(({ job }) => job),
    passTo: async (moment) => {
      now = moment;
      await work();
    },
    tells: async (what, { who = "Ana", at = now, chatId = chat, bend = {} } = {}) => {
      const { status } = await post(meetingActivity(channel, what, { who, at, chatId, bend }));
      return status;
    },
    presses: async (who, verb, data) => {
      const value = { action: { type: "Action.Execute", verb, data } };
      const pressed = { type: "invoke", name: "adaptiveCard/action", replyToId: "card-1", value };
      return JSON.stringify((await post(activityOf(channel, who, pressed))).body);
    },
    posted: () => {
      const fresh = channel.calls.slice(told);
      told = channel.calls.length;
      return fresh.flatMap(({ method, path, body }) => {
        const chatOf = /\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
        const { summary, text } = body as { readonly summary?: string; readonly text?: string };
        const words = summary ?? text ?? "";
        return chatOf && method === "POST" ? [{ chat: decodeURIComponent(chatOf), words }] : [];
      });
    },
    book: async (startsAt, chatId) => {
      const made = checkInAt(startsAt, chatId);
      await store.transact({ kind: "job", tenantId: localTenant.id, job: "import-programme" }, (records) =>
        records.checkIns.save(made),
      );
      return made;
    },
    checkIns: () =>
      store.transact({ kind: "person", role: "participant", ...personOf("Ana") }, async (records) => {
        const [pair] = await records.pairs.mine();
        return pair ? records.checkIns.ofPair(pair.id) : [];
      }),
    listen: (sessionId) => listenTo(database.serverUrl, sessionId),
  };
}

async function listenTo(databaseUrl: string, sessionId: string): Promise<Announced> {
  const line = openSessionChannel({ databaseUrl });
  const heard: (number | null)[] = [];
  await new Promise<void>((connected) => {
    line.listen(localTenant.id, sessionId, (version) => {
      heard.push(version);
      connected();
    });
  });
  heard.length = 0;
  return { heard, stop: () => line.close() };
}

/** The chat of the meeting that things happen in unless another is named. */
export const chat = "19:meeting_here@thread.v2";

const settingsFor = (channel: FakeChannel) => ({
  tenantId: localTenant.id,
  appId: localApp.botAppId,
  appPassword: "secret",
  connectorMetadataUrl: channel.metadataUrl,
  tokenUrl: channel.tokenUrl,
  serviceUrl: channel.serviceUrl,
});

/** Nothing here reaches Outlook or a directory. */
const nowhere = () => Promise.reject(new Error("This world has no Outlook."));
const outside = {
  calendar: { availability: nowhere } as Partial<Calendar> as Calendar,
  meetings: { addApp: nowhere, stopRecording: nowhere } as Partial<Meetings> as Meetings,
  mailboxes: {} as Partial<Mailboxes> as Mailboxes,
  connections: { areNeeded: false } as Partial<Connections> as Connections,
  directory: { find: async () => null } satisfies Directory,
};

/** What Teams sends for a person in the one-to-one chat. */
function activityOf(channel: FakeChannel, name: string, more: object): object {
  const { oid, zone } = localPerson(name);
  return {
    id: "in-1",
    channelId: "msteams",
    serviceUrl: channel.serviceUrl,
    from: { id: `29:${name}`, aadObjectId: oid, name },
    recipient: { id: `28:${localApp.botAppId}`, name: "Counterpoint" },
    conversation: { id: `a:${name}`, conversationType: "personal", tenantId: localTenant.id },
    channelData: { tenant: { id: localTenant.id } },
    locale: "en-GB",
    localTimezone: zone,
    ...more,
  };
}

/** An event as Teams sends it into a meeting's chat. */
function meetingActivity(channel: FakeChannel, what: string, { who, at, chatId, bend }: Required<Happening>): object {
  const name = typeof who === "string" ? who : "Ana";
  const user =
    typeof who === "string"
      ? { id: `29:${who}`, aadObjectId: localPerson(who).oid, tenantId: localTenant.id, name: who }
      : who;
  const time = at.toString();
  const values: Record<string, object> = {
    Start: { Id: "m", Title: "Check-in", JoinUrl: "https://teams.example/x", StartTime: time },
    End: { Id: "m", Title: "Check-in", JoinUrl: "https://teams.example/x", EndTime: time },
  };
  return activityOf(channel, name, {
    type: "event",
    name: `application/vnd.microsoft.meeting${what}`,
    timestamp: time,
    conversation: { id: chatId, conversationType: "groupChat", isGroup: true, tenantId: localTenant.id },
    value: values[what] ?? { members: [{ user, meeting: { inMeeting: what === "ParticipantJoin" } }] },
    ...bend,
  });
}

const pairId = () =>
  seedDocument(new Date(thursday.epochMilliseconds)).cohorts[0]?.pairs.find(({ members }) =>
    members.includes(localPerson("Ana").oid),
  )?.id ?? "";

/** Ana and Ben have met twice; this is their third. */
function checkInAt(startsAt: Temporal.Instant, chatId: string): CheckIn {
  const [ana, ben] = [localPerson("Ana").oid, localPerson("Ben").oid];
  const id = randomUUID();
  return {
    ...untouched,
    id,
    pairId: pairId(),
    number: 3,
    status: "booked",
    minutes: 60,
    opener: ana,
    booker: ben,
    offered: [],
    slot: { startsAt: textOf(startsAt), endsAt: textOf(startsAt.add({ minutes: 60 })), stretch: null },
    bookingId: randomUUID(),
    event: {
      organiser: ben,
      eventId: `event-${id}`,
      iCalUId: `ical-${id}`,
      joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0`,
    },
    version: 1,
  };
}

const textOf = (instant: Temporal.Instant) => instant.toString({ smallestUnit: "second" });

function perform(use: UseCases, job: JobRequest): Promise<"done" | "try-again"> {
  switch (job.name) {
    case "tell-rhythm":
      return use.tellRhythm(job);
    case "greet-meeting":
      return use.greetMeeting(job);
    case "tell-news":
      return use.tellNews(job);
    default:
      return Promise.resolve("done");
  }
}
