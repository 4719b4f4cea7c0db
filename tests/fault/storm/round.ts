import { setTimeout as sleep } from "node:timers/promises";
import { localTenant } from "../../../local/identities.ts";
import { until } from "../../world.ts";
import { type Aim, arm, disarm, needsSweep, toldOf } from "./arm.ts";
import { askForTimes } from "./ask.ts";
import { type Before, carryOut } from "./carry-out.ts";
import type { Outage } from "./count-told.ts";
import type { Verdict } from "./judge.ts";
import { type Intent, isBooking, isDoneInOutlook } from "./plan.ts";
import type { KeptCheckIn } from "./records.ts";
import { type Done, judgeAll, settle } from "./settle.ts";
import type { Stage, StormPair } from "./stage.ts";

/** What became of one intent. */
export interface Outcome {
  readonly intent: Intent;
  readonly verdict: Verdict;
  /** Absent where not even the asking went well. */
  readonly done: Done | null;
  /** When its news could come at the earliest, in epoch milliseconds. */
  readonly from: number;
}

export interface RoundOutcome {
  readonly outcomes: readonly Outcome[];
  readonly outages: readonly Outage[];
  /** How many intents never met their trouble. */
  readonly unmet: number;
}

/** The check-in that each pair had last, by the pair's place. */
export type LastCheckIns = Map<number, string>;

interface Ready {
  readonly aim: Aim;
  readonly before: Before;
}

/** Lets every pair want one thing at the same time, each under its trouble, and waits until it has settled. */
export async function playRound(stage: Stage, intents: readonly Intent[], last: LastCheckIns): Promise<RoundOutcome> {
  const from = Date.now();
  const ready = await Promise.all(intents.map((intent) => orProblem(() => prepare(stage, intent, last))));
  const aims = ready.flatMap((one) => ("problem" in one ? [] : [one.value.aim]));
  for (const aim of aims) await arm(stage, aim);
  const restart = restartDatabase(stage, intents);
  const done = await Promise.all(
    ready.map(async (one) => ("problem" in one ? one : orProblem(() => act(stage, one.value)))),
  );
  const outages = [...(await restart), ...aims.flatMap((aim) => connectorOutages(aim, from))];
  const carried = done.flatMap((one) => ("problem" in one ? [] : [one.value]));
  const open = await settle(stage, carried);
  const unmet = await disarm(stage, aims);
  const verdicts = new Map((await judgeAll(stage, carried)).map((verdict, place) => [carried[place], verdict]));
  const outcomes = intents.map((intent, place): Outcome => {
    const one = done[place];
    if (!one || "problem" in one) return { intent, from, done: null, verdict: lost(one?.problem ?? "never begun") };
    const unsettled = open.includes(one.value) ? lost("it did not settle") : undefined;
    return { intent, from, done: one.value, verdict: unsettled ?? verdicts.get(one.value) ?? lost("never looked at") };
  });
  return { outcomes, outages, unmet };
}

const lost = (why: string): Verdict => ({ outcome: "lost", why });

/** What goes wrong with one pair is no reason to leave the others. */
async function orProblem<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly problem: string }> {
  try {
    return { value: await work() };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

/** Asks for times where some are needed, and says what is aimed at. */
async function prepare(stage: Stage, planned: Intent, last: LastCheckIns): Promise<Ready> {
  const pair = pairOf(stage, planned);
  const lastId = last.get(planned.pair);
  const record = lastId === undefined ? undefined : (await stage.records.checkIns([lastId])).get(lastId);
  const intent = asThingsStand(planned, record);
  const asks = isBooking(intent) || intent.kind === "move";
  const asked = asks ? await askForTimes(stage, pair, intent) : null;
  const checkInId = asked?.checkInId ?? lastId ?? "";
  const organiser = (isBooking(intent) ? null : record?.organiser) ?? pair.people[intent.by === 0 ? 0 : 1].oid;
  last.set(intent.pair, checkInId);
  if (isDoneInOutlook(intent)) await waitUntilWatched(stage, organiser);
  const stood = checkInId === record?.id ? record : undefined;
  const before: Before = {
    startsAt: stood?.startsAt ?? null,
    joinUrl: stood?.joinUrl ?? null,
    offered: asked?.offered ?? [],
    news: stood?.news.length ?? 0,
  };
  return { aim: { intent, pair, checkInId, organiser }, before };
}

function pairOf({ pairs }: Stage, { pair }: Intent): StormPair {
  const found = pairs[pair];
  if (!found) throw new Error(`There is no pair ${pair}.`);
  return found;
}

/** A pair that an earlier trouble left elsewhere than planned wants what fits. */
function asThingsStand(intent: Intent, record: KeptCheckIn | undefined): Intent {
  const stands = record?.status === "booked";
  if (!stands && !isBooking(intent)) return { ...intent, kind: "booking", minutes: 60 };
  if (stands && isBooking(intent)) return { ...intent, kind: "move", minutes: record.minutes };
  return stands && intent.kind === "move" ? { ...intent, minutes: record.minutes } : intent;
}

/** What nobody listens for yet makes no notice, and no change. */
const waitUntilWatched = ({ records }: Stage, person: string): Promise<unknown> =>
  until("the organiser's mailbox is watched", () => records.isWatched(person), 90);

async function act(stage: Stage, { aim, before }: Ready): Promise<Done> {
  const wanted = await carryOut(stage, aim, before);
  if (needsSweep(aim)) {
    // Until a notice would have come.
    await sleep(500);
    await stage.records.queue("sweep-mailbox", { tenantId: localTenant.id, personId: aim.organiser });
  }
  return { aim, wanted, newsBefore: before.news };
}

/** Restarts the database where one of the intents is to meet that: once a round, since everybody meets it. */
async function restartDatabase({ world }: Stage, intents: readonly Intent[]): Promise<readonly Outage[]> {
  const restarts = intents.flatMap(({ trouble }) => (trouble.kind === "database-restarted" ? [trouble.inMs] : []));
  if (restarts.length === 0) return [];
  await sleep(Math.min(...restarts));
  const from = Date.now();
  await world.database.stop();
  await world.database.start();
  return [{ from, to: Date.now(), of: null }];
}

/** From when the connector was told to lose an answer, it may be any of that round. */
function connectorOutages({ intent: { trouble }, pair }: Aim, from: number): readonly Outage[] {
  if (trouble.kind !== "connector" || trouble.how !== "answer-lost") return [];
  return [{ from, to: Number.POSITIVE_INFINITY, of: toldOf(pair, trouble).oid }];
}
