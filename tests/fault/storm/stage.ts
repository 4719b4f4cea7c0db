import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type LocalPerson, localPeople, localPerson } from "../../../local/identities.ts";
import { seedDocument } from "../../../local/seed.ts";
import type { World } from "../../../local/start/world.ts";
import { call, postJson, seededWorld } from "../../world.ts";
import { type Cuts, openCuts } from "../cuts.ts";
import type { Outage } from "./count-told.ts";
import { openRecords, type RecordsView } from "./records.ts";

/** Two people who book with each other. */
export interface StormPair {
  readonly id: string;
  readonly people: readonly [LocalPerson, LocalPerson];
}

/** Where a storm takes place: a whole world with empty calendars, whose server can be killed at any step. */
export interface Stage {
  readonly world: World;
  readonly cuts: Cuts;
  readonly records: RecordsView;
  readonly pairs: readonly StormPair[];
  /** Pairs whose check-ins begin in a few minutes, so that reminders are due all the while. */
  readonly remindedPairs: readonly StormPair[];
  /** Takes the database away from everybody, in so many milliseconds, and brings it back; who asks while it is away waits with the others. */
  readonly restartDatabase: (inMs: number) => Promise<void>;
  /** When the database was away so far. */
  readonly outages: () => readonly Outage[];
  readonly close: () => Promise<void>;
}

/** How many of the programme's pairs are left to reminders. */
const reminded = 2;

/** How many pairs a storm has. */
export const pairsInStorm = 12;

/** Starts it. Everybody works at all hours and has talked to the bot before, so that only faults stand between an intent and its event. */
export async function setStage(): Promise<Stage> {
  const cuts = openCuts();
  const programme = programmeOfPairs();
  const world = await seededWorld({ ...cuts.options, restart: true, logLevel: "error", seed: () => programme });
  const records = openRecords(world);
  const close = async () => {
    await records.close();
    await world.stop();
    cuts.forget();
  };
  try {
    await clearCalendars(world);
    await records.index();
    const pairs = pairsOf(programme);
    for (const person of pairs.flatMap(({ people }) => people)) await greet(world, person);
    return {
      world,
      cuts,
      records,
      pairs: pairs.slice(0, -reminded),
      remindedPairs: pairs.slice(-reminded),
      ...restarts(world),
      close,
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** One restart at a time, however many ask for one. */
function restarts({ database }: World): Pick<Stage, "restartDatabase" | "outages"> {
  const outages: Outage[] = [];
  let underWay: Promise<void> | undefined;
  const restart = async () => {
    const from = Date.now();
    await database.stop();
    await database.start();
    outages.push({ from, to: Date.now(), of: null });
  };
  return {
    restartDatabase: async (inMs) => {
      await sleep(inMs);
      underWay ??= restart().finally(() => {
        underWay = undefined;
      });
      await underWay;
    },
    outages: () => outages,
  };
}

/** The first programme with every pair meeting and nothing written down yet but its sessions. */
function programmeOfPairs() {
  const programme = seedDocument(new Date());
  const cohorts = programme.cohorts.map((cohort) => ({
    ...cohort,
    pairs: cohort.pairs.map((pair) => ({ ...pair, status: "meeting" as const, goals: [], entries: [], checkIns: [] })),
  }));
  return { ...programme, cohorts };
}

const pairsOf = ({ cohorts }: ReturnType<typeof programmeOfPairs>): readonly StormPair[] =>
  cohorts
    .flatMap(({ pairs }) => pairs)
    .map(({ id, members: [first = "", second = ""] }) => ({ id, people: [personBy(first), personBy(second)] }));

function personBy(oid: string): LocalPerson {
  const person = localPeople.find((one) => one.oid === oid);
  return person ?? localPerson(oid);
}

/** Deleted as people delete, what was there at first stays away when the stand-in starts again; a calendar reset to empty would be filled. */
async function clearCalendars({ urls, graphDatabaseUrl }: World): Promise<void> {
  const client = new pg.Client({ connectionString: graphDatabaseUrl });
  await client.connect();
  try {
    await client.query("update event set deleted_at = now() where seeded");
  } finally {
    await client.end();
  }
  const workingHours = { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" };
  await mustAnswer(postJson(new URL("/_local/mailboxes/*", urls.graph).href, { workingHours }));
}

async function greet(world: World, { oid, givenName }: LocalPerson): Promise<void> {
  const activity = { type: "message", text: "hello", textFormat: "plain" };
  await mustAnswer(postJson(`${world.urls.window}/_local/activities`, { as: oid, activity }));
  const { status } = await call(world, givenName, "GET /api/home");
  if (status !== 200) throw new Error(`${givenName} was answered ${status}.`);
}

/** An answer of a stand-in's own doors. @throws with its words unless it is a good one. */
export async function mustAnswer(asked: Promise<Response>): Promise<unknown> {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}: ${text}`);
  return text === "" ? null : JSON.parse(text);
}
