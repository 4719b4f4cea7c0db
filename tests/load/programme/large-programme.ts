import type { ProgrammeFile } from "../../../shared/contract/programme-file.ts";

type CohortFile = ProgrammeFile["cohorts"][number];
type PairFile = CohortFile["pairs"][number];

/** Two people who meet, and what they have written. */
export interface LoadPair {
  readonly id: string;
  readonly members: readonly [string, string];
  /** A goal of both. */
  readonly goalId: string;
}

const pairsInCohort = 100;

/** The pair with this number, from 0: always the same ids. */
export const loadPair = (at: number): LoadPair => ({
  id: idOf("pair", at),
  members: [idOf("person", 2 * at), idOf("person", 2 * at + 1)],
  goalId: idOf("goal", at * 3 + 2),
});

/**
 * A large programme, as a document: cohorts of at most a hundred pairs, of which each has an agreement, two sessions held, three goals and
 * four journal entries. The last session is so recent that nobody is offered a next one by itself.
 */
export function largeProgramme(pairs: number, now: Date): ProgrammeFile {
  return {
    people: Array.from({ length: 2 * pairs + 1 }, (_, at) => person(at)),
    programme: {
      id: idOf("programme", 0),
      name: "A large programme",
      purposes: ["connecting-generations"],
      statement: "We decide better when people who rarely meet have listened to each other.",
      sponsorName: "Zoe Martin",
      coordinators: [idOf("person", 2 * pairs)],
    },
    cohorts: Array.from({ length: Math.ceil(pairs / pairsInCohort) }, (_, at) => cohort(at, pairs, now)),
  };
}

const person = (at: number): ProgrammeFile["people"][number] => ({
  id: idOf("person", at),
  name: `Person ${at}`,
  fullName: `Person ${at} of many`,
  locale: "en-GB",
  timeZone: at % 2 === 0 ? "Europe/London" : "Asia/Kolkata",
});

function cohort(at: number, pairs: number, now: Date): CohortFile {
  const first = at * pairsInCohort;
  const count = Math.min(pairsInCohort, pairs - first);
  return {
    id: idOf("cohort", at),
    name: `Cohort ${at + 1}`,
    startsOn: dayFrom(now, -140),
    endsOn: dayFrom(now, 100),
    minutes: 60,
    cadenceDays: 28,
    pairs: Array.from({ length: count }, (_, index) => pair(first + index, now)),
  };
}

function pair(at: number, now: Date): PairFile {
  const { id, members } = loadPair(at);
  const [one, other] = members;
  const session = (number: number, daysAgo: number, opener: string, booker: string): PairFile["checkIns"][number] => ({
    id: idOf("check-in", at * 2 + number - 1),
    startsAt: instantFrom(now, -daysAgo),
    status: "held",
    opener,
    booker,
  });
  return {
    id,
    members: [...members],
    status: "meeting",
    agreementLines: ["What we say here stays with us.", "Either may pause or stop.", "We start on time."],
    checkIns: [session(1, 35, one, other), session(2, 7, other, one)],
    goals: [goal(at, 0, one, now), goal(at, 1, other, now), goal(at, 2, null, now)],
    entries: [
      entry(at, 0, one, "only-me", now),
      entry(at, 1, one, "partner", now),
      entry(at, 2, other, "partner", now),
      entry(at, 3, other, "only-me", now),
    ],
  };
}

const goal = (pairAt: number, at: number, owner: string | null, now: Date): PairFile["goals"][number] => ({
  id: idOf("goal", pairAt * 3 + at),
  owner,
  title: "Bring one finding to the leadership forum without a slide.",
  why: "We are heard by those who already agree with us, and it is the others that we need.",
  nextStep: "Say it once, to one person, before Friday.",
  reviewOn: dayFrom(now, 30 + at),
  state: "open",
});

const words =
  "I said what I had seen and then waited. It was a long minute, and what came after it was worth more than anything that I would have added to fill it.";

const entry = (
  pairAt: number,
  at: number,
  author: string,
  audience: PairFile["entries"][number]["audience"],
  now: Date,
): PairFile["entries"][number] => ({
  id: idOf("entry", pairAt * 4 + at),
  author,
  text: words,
  audience,
  sessionNumber: at % 2 === 0 ? 1 : null,
  writtenAt: instantFrom(now, -40 + at * 5),
});

const kinds = ["programme", "cohort", "pair", "person", "goal", "entry", "check-in"] as const;

/** A GUID that tells what it names and which. */
function idOf(kind: (typeof kinds)[number], at: number): string {
  const group = (kinds.indexOf(kind) + 0xb0).toString(16).padStart(4, "0");
  return `10ad0000-${group}-4000-8000-${at.toString(16).padStart(12, "0")}`;
}

const dayFrom = (now: Date, days: number): string => instantFrom(now, days).slice(0, 10);

const instantFrom = (now: Date, days: number): string =>
  `${new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
