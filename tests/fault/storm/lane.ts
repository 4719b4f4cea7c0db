import { type Aim, arm, disarm, needsSweep, troubleInChat } from "./arm.ts";
import { carryOut } from "./carry-out.ts";
import type { Outage } from "./count-told.ts";
import type { Verdict } from "./judge.ts";
import type { Intent } from "./plan.ts";
import { prepare, type Ready } from "./prepare.ts";
import { type Done, judgeOnceShown, settle } from "./settle.ts";
import type { Stage } from "./stage.ts";
import { type WhatStood, whatStood } from "./what-stood.ts";

/** What became of one intent. */
export interface Outcome {
  readonly intent: Intent;
  readonly verdict: Verdict;
  /** Absent where not even the asking went well. */
  readonly done: Done | null;
  /** When its news could come at the earliest, in epoch milliseconds. */
  readonly from: number;
  /** When an answer to its news may have been lost because the connector was told so. */
  readonly outage: Outage | null;
  /** Whether it went by without its trouble. */
  readonly isUnmet: boolean;
  /** What was found when it had not settled in time; nothing otherwise. */
  readonly stood: WhatStood;
}

/**
 * Lets one pair want one thing after the other, each under its trouble and only once the one before has settled. What becomes of each is
 * told as soon as it is known. What goes wrong with one is no reason to leave those that follow.
 */
export async function playLane(
  stage: Stage,
  intents: readonly Intent[],
  tell: (outcome: Outcome) => void,
): Promise<void> {
  let lastId: string | undefined;
  for (const intent of intents) {
    const from = Date.now();
    const ready = await orProblem(() => prepare(stage, intent, lastId));
    if ("problem" in ready) {
      tell(neverDone(intent, from, ready.problem));
      continue;
    }
    lastId = ready.value.aim.checkInId;
    const played = await orProblem(() => playIntent(stage, ready.value, from));
    tell("problem" in played ? neverDone(intent, from, played.problem) : played.value);
  }
}

async function playIntent(stage: Stage, ready: Ready, from: number): Promise<Outcome> {
  const { aim } = ready;
  const { intent } = aim;
  const played = await orProblem(() => underTrouble(stage, ready));
  const [isUnmet, outage] = await Promise.all([disarm(stage, aim), troubleInChat(stage, aim, from)]);
  if ("problem" in played) return { ...neverDone(intent, from, played.problem), isUnmet, outage };
  const { done, stood } = played.value;
  const verdict = stood.length > 0 ? lost("it did not settle") : await judgeOnceShown(stage, done);
  return { intent, from, done, verdict, outage, isUnmet, stood };
}

async function underTrouble(stage: Stage, ready: Ready): Promise<{ readonly done: Done; readonly stood: WhatStood }> {
  await arm(stage, ready.aim);
  const [done] = await Promise.all([act(stage, ready), restartDatabase(stage, ready.aim)]);
  const isSettled = await settle(stage, done);
  return { done, stood: isSettled ? [] : await whatStood(stage, ready.aim) };
}

async function act(stage: Stage, { aim, before }: Ready): Promise<Done> {
  const wanted = await carryOut(stage, aim, before);
  if (needsSweep(aim)) await stage.records.queueSweep(aim.organiser);
  return { aim, wanted, newsBefore: before.news };
}

const restartDatabase = async (stage: Stage, { intent: { trouble } }: Aim): Promise<void> =>
  trouble.kind === "database-restarted" ? stage.restartDatabase(trouble.inMs) : undefined;

const lost = (why: string): Verdict => ({ outcome: "lost", why });

const neverDone = (intent: Intent, from: number, why: string): Outcome => ({
  intent,
  from,
  verdict: lost(why),
  done: null,
  outage: null,
  isUnmet: false,
  stood: [],
});

async function orProblem<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly problem: string }> {
  try {
    return { value: await work() };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
