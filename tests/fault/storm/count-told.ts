import type { Delivery } from "./deliveries.ts";

/** When a delivery's answer may have been lost: a process or the database went, or the connector was told to lose it. Epoch milliseconds. */
export interface Outage {
  readonly from: number;
  readonly to: number;
  /** Whose chat it was; everybody's where it is `null`. */
  readonly of: string | null;
}

/** What each of a pair is to be told once, and the time in which that may be. */
export interface Telling {
  readonly members: readonly string[];
  /** From when the news could come, and until when nothing else could: epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** How many pieces of news there were. A later one may have said all that an earlier one had to say. */
  readonly pieces: number;
}

export interface ToldCount {
  /** Delivered again though no answer was lost. */
  readonly toldTwice: number;
  /** Delivered again because the answer to the first delivery was lost, or nobody lived to write it down. */
  readonly answerLost: number;
  /** Who was never told. */
  readonly untold: readonly string[];
}

/** The connector hears of a message a moment after its sender has died, and an answer takes a moment too. In milliseconds. */
const momentMs = 2_000;

/** Counts how often the news reached each of the pair. */
export function countTold(
  { members, from, until, pieces }: Telling,
  all: readonly Delivery[],
  outages: readonly Outage[],
): ToldCount {
  let toldTwice = 0;
  let answerLost = 0;
  const untold: string[] = [];
  for (const member of members) {
    const heard = all.filter(({ to, at, said }) => to === member && said === "news" && at >= from && at < until);
    if (heard.length === 0) untold.push(member);
    const again = Math.max(0, heard.length - pieces);
    const excused = Math.min(again, countExcused(heard, member, outages));
    answerLost += excused;
    toldTwice += again - excused;
  }
  return { toldTwice, answerLost, untold };
}

/** Between how many deliveries and the next one an answer may have been lost. */
const countExcused = (heard: readonly Delivery[], member: string, outages: readonly Outage[]): number =>
  heard.filter(({ at }, place) => {
    const before = heard[place - 1];
    return before !== undefined && outages.some((outage) => isBetween(outage, member, before.at, at));
  }).length;

const isBetween = ({ of, from, to }: Outage, member: string, first: number, second: number): boolean =>
  (of === null || of === member) && to >= first - momentMs && from <= second;

/** How many reminders came again: the same words about the same check-in to the same person. No fault excuses one. */
export function countRemindedTwice(all: readonly Delivery[]): { readonly reminders: number; readonly twice: number } {
  const reminders = all.filter(({ said }) => said === "reminder");
  const distinct = new Set(reminders.map(({ to, words }) => `${to} ${words}`));
  return { reminders: reminders.length, twice: reminders.length - distinct.size };
}
