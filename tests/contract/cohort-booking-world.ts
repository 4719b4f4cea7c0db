import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { openDirectory } from "../../bot/graph/directory.ts";
import type { Calendar } from "../../bot/ports/calendar.ts";
import type { JobRequest } from "../../bot/ports/job-request.ts";
import type { Mailboxes } from "../../bot/ports/mailboxes.ts";
import type { Meetings } from "../../bot/ports/meetings.ts";
import type { Messenger, Notice } from "../../bot/ports/messenger.ts";
import type { PersonRef } from "../../bot/use-cases/deps.ts";
import { createUseCases, type UseCases } from "../../bot/use-cases/use-cases.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import type { ProgrammeFile } from "../../shared/contract/programme-file.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";
import { type Copy, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

export const personOf = (givenName: string): PersonRef => ({
  tenantId: localTenant.id,
  personId: localPerson(givenName).oid,
});

/** The process that was at work is gone, with whatever it had not stored. */
export class Died extends Error {
  override readonly name = "Died";
}

/** Someone in a pair: by given name; or anybody, whom the local directory may not know. */
export type Member = string | { readonly id: string; readonly name: string };

/** Real records and a real way to Outlook's stand-in; the clock, the messenger and the order of jobs are the test's. */
export interface CohortWorld {
  readonly use: UseCases;
  readonly outlook: OutlookWorld;
  readonly store: TestStore;
  readonly now: () => Temporal.Instant;
  /** Performs what is due, and what that brings, until nothing is. */
  readonly work: () => Promise<void>;
  /** Lets time pass, and performs what comes due. */
  readonly pass: (time: Temporal.DurationLike) => Promise<void>;
  readonly passTo: (moment: string | Temporal.Instant) => Promise<void>;
  /** What was told since the last time that was asked, as "Ana: booked". */
  readonly told: () => readonly string[];
  readonly said: () => readonly Notice[];
  /** Stands between the use cases and the real calendar, or the way to people, from now on. */
  readonly disturb: (by: { readonly calendar?: Partial<Calendar>; readonly messenger?: Messenger }) => void;
  readonly calendar: Calendar;
  readonly take: (file: ProgrammeFile) => Promise<void>;
  /** Copies of check-ins that stand in calendars. */
  readonly standing: () => Promise<readonly Copy[]>;
}

/** A Monday at noon, UTC. */
export const monday = Temporal.Instant.from("2026-11-30T12:00:00Z");

/** A world for one test file: calendars, records and jobs are as good as new before each test. */
export function cohortWorldForThisFile(): () => CohortWorld {
  const database = databaseForThisFile();
  let outlook: OutlookWorld | undefined;
  let world: CohortWorld | undefined;
  beforeAll(async () => {
    outlook = await startOutlookWorld();
  });
  beforeEach(async () => {
    if (!outlook) throw new Error("Nothing was started.");
    await outlook.reset();
    await database().look("truncate app.person, app.programme cascade");
    world = buildWorld(database(), outlook);
  });
  afterAll(() => outlook?.stop());
  return () => {
    if (!world) throw new Error("The world is made before the first test: ask for it inside one.");
    return world;
  };
}

function buildWorld(database: ReturnType<ReturnType<typeof databaseForThisFile>>, outlook: OutlookWorld): CohortWorld {
  let now = monday;
  const jobs = queueOfJobs(() => now);
  const said: { readonly to: string; readonly notice: Notice }[] = [];
  let told = 0;
  const store = database.openStore({ enqueue: async (_db, job, when) => jobs.add(job, when) });
  const calendar = openCalendar(outlook.options());
  let disturbed: { calendar?: Partial<Calendar>; messenger?: Messenger } = {};
  const messenger: Messenger = {
    tell: async (to, _where, notice) => {
      said.push({ to: to.name, notice });
      return `message-${said.length}`;
    },
    greet: async () => {},
  };
  const use = createUseCases({
    store,
    calendar: new Proxy(calendar, { get: (real, name: keyof Calendar) => disturbed.calendar?.[name] ?? real[name] }),
    meetings: nothing as Meetings,
    mailboxes: nothing as Mailboxes,
    connections: { areNeeded: false, connect: async () => "consent-needed", renewed: () => {} },
    directory: openDirectory(outlook.options()),
    messenger: { ...messenger, tell: (...told) => (disturbed.messenger ?? messenger).tell(...told) },
    clock: { now: () => now },
    newId: randomUUID,
    newSecret: randomUUID,
    prompts: [],
    exercises: [],
    onStep: async () => {},
  });
  const passTo = async (moment: string | Temporal.Instant) => {
    now = Temporal.Instant.from(moment);
    await jobs.work(use);
  };
  return {
    use,
    outlook,
    store,
    calendar,
    now: () => now,
    work: () => jobs.work(use),
    pass: (time) => passTo(now.add(time)),
    passTo,
    said: () => said.map(({ notice }) => notice),
    told: () => {
      const fresh = said.slice(told);
      told = said.length;
      return fresh.map(({ to, notice }) => `${to}: ${nameOf(notice)}`).sort();
    },
    disturb: (by) => {
      disturbed = by;
    },
    take: async (file) => void (await use.importProgramme({ tenantId: localTenant.id, file })),
    standing: async () =>
      (await outlook.copies()).filter((one) => !one.cancelled && !one.deleted && one.subject === "Check-in"),
  };
}

/** What no test here asks of: meetings and listening have tests of their own. */
const nothing: unknown = {};

const nameOf = (notice: Notice): string =>
  notice.kind === "news" ? notice.news.kind : notice.kind === "reminder" ? notice.reminder : notice.kind;

interface Waiting {
  readonly job: JobRequest;
  readonly at: Temporal.Instant;
  readonly once: string | undefined;
}

/** Jobs in the order in which they come due; one whose process died is begun again later, as one that asks for it. */
function queueOfJobs(now: () => Temporal.Instant) {
  let queue: Waiting[] = [];
  const isDue = ({ at }: Waiting) => Temporal.Instant.compare(at, now()) <= 0;
  return {
    add: (job: JobRequest, { at = now(), once }: { at?: Temporal.Instant; once?: string } = {}) => {
      if (!once || !queue.some((one) => one.job.name === job.name && one.once === once)) queue.push({ job, at, once });
    },
    async work(use: UseCases) {
      for (let next = queue.find(isDue); next; next = queue.find(isDue)) {
        const current = next;
        queue = queue.filter((one) => one !== current);
        if ((await perform(use, current.job)) === "try-again")
          queue.push({ ...current, at: now().add({ seconds: 30 }) });
      }
    },
  };
}

async function perform(use: UseCases, job: JobRequest): Promise<"done" | "try-again"> {
  try {
    return await handled(use, job);
  } catch (problem) {
    if (problem instanceof Died) return "try-again";
    throw problem;
  }
}

async function handled(use: UseCases, job: JobRequest): Promise<"done" | "try-again"> {
  switch (job.name) {
    case "write-to-calendar":
      return use.writeToCalendar(job);
    case "offer-slots":
      return use.offerSlots(job);
    case "tell-news":
      return use.tellNews(job);
    case "keep-rhythm":
      return use.keepRhythm(job);
    case "tell-rhythm":
      return use.tellRhythm(job);
    case "preview-cohort-booking":
      return use.previewCohortBooking(job);
    case "book-cohort":
      return use.bookCohort(job);
    case "tell-cohort-booking":
      return use.tellCohortBooking(job);
    default:
      return "done";
  }
}

export const cohortId = "0c000000-0000-4000-8000-000000000001";
export const pairIdOf = (at: number): string => `0a000000-0000-4000-8000-${String(at).padStart(12, "0")}`;

/** A programme of one cohort that began a day before `monday`, with these pairs, in which nobody has met. Elif coordinates it. */
export function programmeOf(
  pairs: readonly (readonly Member[])[],
  changes: Partial<ProgrammeFile["programme"]> = {},
): ProgrammeFile {
  const members = [...new Map(pairs.flat().map((one) => [idOf(one), one])).values()];
  return {
    people: [...members.map(personFile), personFile("Elif"), personFile("Zoe")],
    programme: {
      id: "0b000000-0000-4000-8000-000000000001",
      name: "Two voices",
      purposes: ["connecting-generations"],
      statement: "We decide better when people who rarely meet have listened to each other.",
      sponsorName: "Zoe Martin",
      coordinators: [localPerson("Elif").oid],
      ...changes,
    },
    cohorts: [
      {
        id: cohortId,
        name: "Winter",
        startsOn: "2026-11-29",
        endsOn: "2027-06-30",
        minutes: 60,
        cadenceDays: 28,
        pairs: pairs.map((pair, at) => ({
          id: pairIdOf(at),
          members: pair.map(idOf),
          status: "meeting",
          agreementLines: ["What we say here stays with us."],
          checkIns: [],
          goals: [],
          entries: [],
        })),
      },
    ],
  };
}

const idOf = (member: Member): string => (typeof member === "string" ? localPerson(member).oid : member.id);

function personFile(member: Member): ProgrammeFile["people"][number] {
  const name = typeof member === "string" ? member : member.name;
  const known = typeof member === "string" ? localPerson(member) : null;
  return {
    id: idOf(member),
    name,
    fullName: known ? `${known.givenName} ${known.surname}` : name,
    locale: known?.locale ?? "en-GB",
    timeZone: known?.zone ?? "Europe/London",
  };
}
