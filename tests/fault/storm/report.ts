import { countRemindedTwice, countTold, type Outage, type Telling } from "./count-told.ts";
import type { Delivery } from "./deliveries.ts";
import type { Outcome } from "./lane.ts";

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

/** Whether a storm did no harm. */
export const isHarmless = ({ intents, right, lost, doubled, toldTwice }: Tally): boolean =>
  right === intents && lost === 0 && doubled === 0 && toldTwice === 0;

/** An intent that did not go well, in words: with its part of the plan, so that it can be had again. */
export const complaint = (seed: number, { intent, verdict, stood }: Outcome): string =>
  [`Seed ${seed}, ${JSON.stringify(intent)}: ${verdict.outcome}, ${verdict.why}.`, ...stood].join("\n");

/** What people heard, and what else is left over. */
export interface Heard {
  readonly all: readonly Delivery[];
  readonly outages: readonly Outage[];
  readonly leftOver: number;
}

/** Counts everything, what was told included. @param outcomes - in the order of the plan. */
export function report(seed: number, outcomes: readonly Outcome[], { all, outages, leftOver }: Heard): StormReport {
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
    if (told.toldTwice > 0) complaints.push(toldTwice(seed, outcome, { members, from: outcome.from, until }, all));
  }
  const reminded = countRemindedTwice(all);
  if (reminded.twice > 0) complaints.push(`Seed ${seed}: ${reminded.twice} reminders came again.`);
  tally.toldTwice += reminded.twice;
  return { tally: { seed, intents: outcomes.length, ...tally }, reminders: reminded.reminders, complaints };
}

/** What they heard, each delivery with the beginning of its words. */
function toldTwice(
  seed: number,
  { intent, done }: Outcome,
  { members, from, until }: Pick<Telling, "members" | "from" | "until">,
  all: readonly Delivery[],
): string {
  const heard = all.filter(({ to, at }) => members.includes(to) && at >= from && at < until);
  const lines = heard.map(({ to, at, said, checkInId, words }) => {
    const texts = [...words.matchAll(/"(?:text|title)":"([^"]+)"/g)].map(([, text]) => text).join(" | ");
    return `  heard: ${new Date(at).toISOString()} ${to} ${said} ${checkInId} ${texts.slice(0, 200)}`;
  });
  return [`Seed ${seed}, ${JSON.stringify(intent)}, check-in ${done?.aim.checkInId}: told twice.`, ...lines].join("\n");
}
