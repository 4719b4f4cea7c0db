import { findSlots, type SlotAnswer, type SlotSearch } from "../../../shared/domain/slots/find-slots.ts";
import type { Bench } from "../harness.ts";
import { spreadOf } from "../percentiles.ts";
import { figure, type Report, type Row } from "../report.ts";
import { searchOfPair } from "./calendars.ts";
import { type Found, searchWithLuxon } from "./luxon-search.ts";

/** So many pairs go first, uncounted, while Node still learns which code to make fast. */
const warmUp = 200;

/** The library searches for one pair in so many. */
const libraryShare = 10;

/** Finding times for a programme's check-ins in memory, beside the same with luxon's intervals. */
export const slots: Bench = {
  measures: "how long it takes to find times for a pair among four weeks of two calendars",
  run: async ({ options, say }) => {
    const { pairs = 10_000 } = options;
    const cold = timed(() => findSlots(searchOfPair(pairs)));
    for (let number = 0; number < warmUp; number += 1) compare(searchOfPair(pairs + number), number);
    say(`Finding times for ${pairs} pairs …`);
    const taken: Times = { ours: [], oursBeside: [], luxon: [] };
    const answers: SlotAnswer[] = [];
    for (let number = 0; number < pairs; number += 1) answers.push(measure(number, taken));
    return report(pairs, cold.milliseconds, taken, answers);
  },
};

/** In milliseconds a search. */
interface Times {
  readonly ours: number[];
  /** Those of `ours` for which the library searched too. */
  readonly oursBeside: number[];
  readonly luxon: number[];
}

function measure(number: number, taken: Times): SlotAnswer {
  const search = searchOfPair(number);
  if (number % libraryShare !== 0) {
    const ours = timed(() => findSlots(search));
    taken.ours.push(ours.milliseconds);
    return ours.result;
  }
  const { ours, luxon } = compare(search, number / libraryShare);
  taken.ours.push(ours.milliseconds);
  taken.oursBeside.push(ours.milliseconds);
  taken.luxon.push(luxon.milliseconds);
  return ours.result;
}

/** Both search, in turn first. @throws when they disagree. */
function compare(search: SlotSearch, turn: number) {
  const first = turn % 2 === 0 ? timed(() => searchWithLuxon(search)) : null;
  const ours = timed(() => findSlots(search));
  const luxon = first ?? timed(() => searchWithLuxon(search));
  const [theirs, own] = [inShort(luxon.result), firstComfortable(ours.result)];
  if (theirs !== own)
    throw new Error(`Pair ${search.people[0]?.person}: findSlots begins with ${own}, luxon's search with ${theirs}.`);
  return { ours, luxon };
}

/** The first comfortable time, or what there is instead. */
function firstComfortable(answer: SlotAnswer): string {
  if (!answer.ok) return "nothing";
  const [first] = answer.slots;
  return first?.stretch === null ? first.startsAt : "a stretched time";
}

function inShort({ starts: [first], comfortable }: Found): string {
  if (first === undefined) return "nothing";
  return comfortable ? first : "a stretched time";
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const started = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - started };
}

function report(pairs: number, cold: number, taken: Times, answers: readonly SlotAnswer[]): Report {
  const kinds = Map.groupBy(answers, (answer) =>
    answer.ok ? (answer.slots[0]?.stretch ? "stretching one day" : "comfortable") : answer.reason,
  );
  return {
    did: [
      `Found times of an hour for ${pairs} pairs, one after the other, in four weeks by a grid of 15 minutes: 10 to 25 meetings a week each, one in eight away for some days, clocks that change in between.`,
      `The very first search, with nothing warm and no zone known, took ${figure(cold)} ms; another ${warmUp} went uncounted.`,
    ],
    comparedWith: [
      `A straightforward search with luxon's Interval, for ${taken.luxon.length} of the pairs, in turns with ours. Both agreed for each of them on whether an hour is comfortable and on the first such hour. It varies no hours and gives no reasons.`,
    ],
    tables: [
      {
        title: "A search",
        rows: [
          rowOf("findSlots", taken.ours),
          rowOf("findSlots, pairs of the library", taken.oursBeside),
          rowOf("luxon", taken.luxon),
        ],
      },
      { title: "Answers", rows: [...kinds].map(([answer, of]) => ({ answer, pairs: of.length })) },
    ],
  };
}

function rowOf(search: string, milliseconds: readonly number[]): Row {
  const { p50, p99, max } = spreadOf(milliseconds);
  const seconds = milliseconds.reduce((sum, one) => sum + one, 0) / 1000;
  return {
    search,
    pairs: milliseconds.length,
    "p50 µs": figure(p50 * 1000),
    "p99 µs": figure(p99 * 1000),
    "max µs": figure(max * 1000),
    "pairs/s": Math.round(milliseconds.length / seconds),
  };
}
