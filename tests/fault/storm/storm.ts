import { setTimeout as sleep } from "node:timers/promises";
import { checkInEvents } from "../../world.ts";
import { countRemindedTwice, countTold, type Outage } from "./count-told.ts";
import { type Delivery, readDeliveries } from "./deliveries.ts";
import { rollDice } from "./dice.ts";
import { planStorm } from "./plan.ts";
import { beginReminders, type Reminders } from "./reminders.ts";
import { type LastCheckIns, type Outcome, playRound } from "./round.ts";
import { judgeAll } from "./settle.ts";
import { pairsInStorm, type Stage, setStage } from "./stage.ts";

/** What is left of a storm, in numbers. */
export interface Tally {
  readonly seed: number;
  readonly intents: number;
  /** Intents with exactly one right event in both calendars, or none after a cancellation, and everyone told. */
  readonly right: number;
  readonly lost: number;
  /** Intents of which more stands than was wanted, and whatever else is left over in a calendar. */
  readonly doubled: number;
  /** Messages that came again though no answer was lost; reminders that came again at all. */
  readonly toldTwice: number;
  /** Messages that came again because an answer was lost or a process died before it was written down. */
  readonly answerLost: number;
}

export interface StormReport {
  readonly tally: Tally;
  readonly reminders: number;
  /** What isn't right, each with its part of the plan. */
  readonly complaints: readonly string[];
}

export interface StormOptions {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Whether a storm did no harm. */
export const isHarmless = ({ intents, right, lost, doubled, toldTwice }: Tally): boolean =>
  right === intents && lost === 0 && doubled === 0 && toldTwice === 0;

/** Plays a storm in a world of its own and counts what is left. */
export async function playStorm(options: StormOptions): Promise<StormReport> {
  const stage = await setStage();
  try {
    const reminders = await beginReminders(stage, rollDice(options.seed + 1));
    const { outcomes, outages } = await playRounds(stage, reminders, options);
    await drain(stage);
    const final = await lookAtTheEnd(stage, outcomes);
    const leftOver = await countLeftOver(stage, final, reminders);
    const all = await readDeliveries(stage.world);
    const deaths = stage.cuts.deaths().map((at): Outage => ({ from: at, to: at, of: null }));
    return report(options.seed, final, { all, outages: [...outages, ...deaths], leftOver });
  } finally {
    await stage.close();
  }
}

async function playRounds(stage: Stage, reminders: Reminders, { seed, count, say }: StormOptions) {
  const rounds = planStorm({ seed, count, pairs: pairsInStorm });
  const last: LastCheckIns = new Map();
  const outcomes: Outcome[] = [];
  const outages: Outage[] = [];
  for (const [place, intents] of rounds.entries()) {
    const began = performance.now();
    const [played] = await Promise.all([playRound(stage, intents, last), reminders.comeDue()]);
    outcomes.push(...played.outcomes);
    outages.push(...played.outages);
    const right = played.outcomes.filter(({ verdict }) => verdict.outcome === "right").length;
    const seconds = Math.round((performance.now() - began) / 1000);
    say(
      `Round ${place + 1} of ${rounds.length}: ${right} of ${intents.length} right, ${played.unmet} without their trouble, ${seconds} s.`,
    );
    for (const outcome of played.outcomes) if (outcome.verdict.outcome !== "right") say(complaint(seed, outcome));
  }
  return { outcomes, outages };
}

const complaint = (seed: number, { intent, verdict }: Outcome): string =>
  `Seed ${seed}, ${JSON.stringify(intent)}: ${verdict.outcome}, ${verdict.why}.`;

/** How long what came late may take to come at all, and how long jobs may take to be over, in milliseconds. */
const lateMs = 13_000;
const drainMs = 120_000;

async function drain({ records }: Stage): Promise<void> {
  await sleep(lateMs);
  const end = Date.now() + drainMs;
  while (Date.now() < end && (await records.pending()) > 0) await sleep(500);
}

/** Each pair's last intent as it stands once everything is over. */
async function lookAtTheEnd(stage: Stage, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
  const last = new Map(outcomes.map((outcome) => [outcome.intent.pair, outcome]));
  const done = [...last.values()].flatMap((outcome) => outcome.done ?? []);
  const verdicts = new Map((await judgeAll(stage, done)).map((verdict, place) => [done[place], verdict]));
  return outcomes.map((outcome) => {
    const verdict = outcome.done && verdicts.get(outcome.done);
    return verdict && outcome.verdict.outcome === "right" ? { ...outcome, verdict } : outcome;
  });
}

/** Copies of check-ins that belong to no pair of the storm, or are more than those who are reminded should have. */
async function countLeftOver(stage: Stage, outcomes: readonly Outcome[], reminders: Reminders): Promise<number> {
  const inStorm = new Set(outcomes.flatMap(({ done }) => done?.aim.pair.people.map(({ oid }) => oid) ?? []));
  const others = (await checkInEvents(stage.world)).filter(({ mailbox }) => !inStorm.has(mailbox));
  const wanted = reminders.standing().flatMap(({ aim }) => aim.pair.people.map(({ oid }) => oid));
  return others.filter(
    ({ mailbox }, place) => !wanted.includes(mailbox) || others.findIndex((one) => one.mailbox === mailbox) !== place,
  ).length;
}

interface Heard {
  readonly all: readonly Delivery[];
  readonly outages: readonly Outage[];
  readonly leftOver: number;
}

/** Counts everything, what was told included. */
function report(seed: number, outcomes: readonly Outcome[], { all, outages, leftOver }: Heard): StormReport {
  const complaints: string[] = [];
  const tally = { right: 0, lost: 0, doubled: leftOver, toldTwice: 0, answerLost: 0 };
  if (leftOver > 0) complaints.push(`Seed ${seed}: ${leftOver} copies stand that nobody wants.`);
  for (const [place, outcome] of outcomes.entries()) {
    const next = outcomes.find((one, later) => later > place && one.intent.pair === outcome.intent.pair);
    const members = outcome.done?.aim.pair.people.map(({ oid }) => oid) ?? [];
    const until = next?.from ?? Number.POSITIVE_INFINITY;
    // What never stood in a calendar need not be told at all, and what did is told as two things.
    const hadSecondThoughts = outcome.intent.kind === "second-thoughts";
    const pieces = hadSecondThoughts ? 2 : 1;
    const told = countTold({ members, from: outcome.from, until, pieces }, all, outages);
    tally.toldTwice += told.toldTwice;
    tally.answerLost += told.answerLost;
    const isUntold = outcome.verdict.outcome === "right" && !hadSecondThoughts && told.untold.length > 0;
    const verdict = isUntold ? ({ outcome: "lost", why: "not everybody was told" } as const) : outcome.verdict;
    tally[verdict.outcome] += 1;
    if (verdict.outcome !== "right") complaints.push(complaint(seed, { ...outcome, verdict }));
    if (told.toldTwice > 0) complaints.push(`Seed ${seed}, ${JSON.stringify(outcome.intent)}: told twice.`);
  }
  const reminded = countRemindedTwice(all);
  if (reminded.twice > 0) complaints.push(`Seed ${seed}: ${reminded.twice} reminders came again.`);
  tally.toldTwice += reminded.twice;
  return { tally: { seed, intents: outcomes.length, ...tally }, reminders: reminded.reminders, complaints };
}
