import { setTimeout as sleep } from "node:timers/promises";
import { checkInEvents } from "../../world.ts";
import type { Outage } from "./count-told.ts";
import { readDeliveries } from "./deliveries.ts";
import { rollDice } from "./dice.ts";
import { type Outcome, playLane } from "./lane.ts";
import { patienceMs } from "./patience.ts";
import { planStorm } from "./plan.ts";
import { beginReminders, type Reminders } from "./reminders.ts";
import { complaint, report, type StormReport } from "./report.ts";
import { judgeOnceShown } from "./settle.ts";
import { pairsInStorm, type Stage, setStage } from "./stage.ts";

export interface StormOptions {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Plays a storm in a world of its own and counts what is left. */
export async function playStorm(options: StormOptions): Promise<StormReport> {
  const stage = await setStage();
  try {
    const reminders = await beginReminders(stage, rollDice(options.seed + 1));
    const outcomes = await playLanes(stage, reminders, options);
    await drain(stage);
    const final = await lookAtTheEnd(stage, outcomes);
    const leftOver = await countLeftOver(stage, final, reminders);
    const all = await readDeliveries(stage.world);
    return report(options.seed, final, { all, outages: outagesOf(stage, outcomes), leftOver });
  } finally {
    await stage.close();
  }
}

/** Every pair at once, and reminders all the while. @returns what became of each intent, in the order of the plan. */
async function playLanes(
  stage: Stage,
  reminders: Reminders,
  { seed, count, say }: StormOptions,
): Promise<readonly Outcome[]> {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  const tell = (outcome: Outcome) => {
    outcomes.push(outcome);
    if (outcome.verdict.outcome !== "right") say(complaint(seed, outcome));
    if (outcomes.length % sayEvery === 0 || outcomes.length === count) say(progress(outcomes, count, began));
  };
  const lanes = Map.groupBy(planStorm({ seed, count, pairs: pairsInStorm }), ({ pair }) => pair);
  const ending = new AbortController();
  const playing = Promise.all([...lanes.values()].map((intents) => playLane(stage, intents, tell)));
  await Promise.all([playing.finally(() => ending.abort()), keepReminding(reminders, ending.signal)]);
  return outcomes.toSorted((one, other) => one.intent.number - other.intent.number);
}

/** After how many intents it is said how it goes. */
const sayEvery = 20;

function progress(outcomes: readonly Outcome[], count: number, began: number): string {
  const right = outcomes.filter(({ verdict }) => verdict.outcome === "right").length;
  const unmet = outcomes.filter(({ isUnmet }) => isUnmet).length;
  const seconds = Math.round((performance.now() - began) / 1000);
  return `${outcomes.length} of ${count}: ${right} right, ${unmet} without their trouble, ${seconds} s.`;
}

async function keepReminding(reminders: Reminders, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await reminders.comeDue();
    await sleep(1_000, undefined, { signal: ending }).catch(() => undefined);
  }
}

function outagesOf(stage: Stage, outcomes: readonly Outcome[]): readonly Outage[] {
  const deaths = stage.cuts.deaths().map((at): Outage => ({ from: at, to: at, of: null }));
  return [...stage.outages(), ...deaths, ...outcomes.flatMap(({ outage }) => outage ?? [])];
}

/** How long a call that its caller has given up may still take to be served, in milliseconds. */
const lateMs = 4_000;

async function drain({ records }: Stage): Promise<void> {
  const end = Date.now() + patienceMs;
  const quiet = async () => {
    while (Date.now() < end && (await records.pending()) > 0) await sleep(250);
  };
  await quiet();
  await sleep(lateMs);
  await quiet();
}

/** Each pair's last intent as it stands once everything is over. */
async function lookAtTheEnd(stage: Stage, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
  const last = new Map(outcomes.map((outcome) => [outcome.intent.pair, outcome]));
  const looked = outcomes.map(async (outcome) => {
    const isToLook = last.get(outcome.intent.pair) === outcome && outcome.verdict.outcome === "right";
    return isToLook && outcome.done ? { ...outcome, verdict: await judgeOnceShown(stage, outcome.done) } : outcome;
  });
  return Promise.all(looked);
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
