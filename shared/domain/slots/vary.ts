import { day, hour } from "./durations.ts";

/** A time that may be offered. */
export interface Candidate {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** The date that it is for each person, as a number. */
  readonly dates: readonly number[];
  /** Its hour on the first person's clock, in milliseconds. */
  readonly clock: number;
  /** Whether it overlaps what was offered before. */
  readonly isStale: boolean;
  /** How little it is liked: the lower the better, among one search's candidates. */
  readonly cost: number;
}

/**
 * So many of the candidates, in order of time: on different days for everybody and apart as far as there are any; then those that are
 * not stale and cost least; then the soonest days, at varied hours. Where all cost the same the soonest candidate is among them.
 *
 * @param candidates - in order of time.
 */
export function vary<One extends Candidate>(candidates: readonly One[], count: number): readonly One[] {
  const best = choose(candidates, count, [sharers, overlapping, staleness, cost, soonness, sameness, oddness]);
  if (daysShared(best) === 0) return best;
  // Taking the soonest each time finds different days wherever there are any; a better one in between may have been in their way.
  const soonest = choose(candidates, count, [sharers]);
  return daysShared(soonest) < daysShared(best) ? soonest : best;
}

/** What speaks against a candidate beside those that are chosen already: the lower the better. */
type Fault = (one: Candidate, chosen: readonly Candidate[]) => number;

/** Again and again takes the one with the least faults, the first fault counting most, and of equals the soonest. */
function choose<One extends Candidate>(candidates: readonly One[], count: number, faults: readonly Fault[]): One[] {
  const chosen: One[] = [];
  let left = candidates;
  for (let round = 0; round < count; round += 1) {
    let equals = left;
    for (const fault of faults) if (equals.length > 1) equals = least(equals, fault, chosen);
    const [best] = equals;
    if (!best) break;
    chosen.push(best);
    left = left.filter((one) => one !== best);
  }
  return chosen.sort((one, other) => one.start - other.start);
}

function least<One extends Candidate>(candidates: readonly One[], fault: Fault, chosen: readonly One[]): One[] {
  let lowest = Number.POSITIVE_INFINITY;
  let found: One[] = [];
  for (const one of candidates) {
    const own = fault(one, chosen);
    if (own < lowest) [lowest, found] = [own, []];
    if (own === lowest) found.push(one);
  }
  return found;
}

/** How many of the chosen ones are on the same day for somebody. */
const sharers: Fault = ({ dates }, chosen) => {
  let count = 0;
  for (const other of chosen) if (dates.some((date, at) => date === other.dates[at])) count += 1;
  return count;
};

const overlapping: Fault = ({ start, end }, chosen) => {
  let count = 0;
  for (const other of chosen) if (other.start < end && start < other.end) count += 1;
  return count;
};

const staleness: Fault = ({ isStale }) => Number(isStale);

const cost: Fault = (one) => one.cost;

const soonness: Fault = ({ dates: [date = 0] }) => date;

/** The fewer whole hours lie between its time of day and the nearest of a chosen one, the worse. */
const sameness: Fault = ({ clock }, chosen) => {
  let nearest = day;
  for (const other of chosen) {
    const gap = Math.abs(other.clock - clock);
    nearest = Math.min(nearest, gap, day - gap);
  }
  return -Math.floor(nearest / hour);
};

/** Whole hours are easier to keep in mind than half ones, and these than quarters. The first one is the soonest, however odd. */
const oddness: Fault = ({ clock }, { length }) =>
  length === 0 || clock % hour === 0 ? 0 : clock % (hour / 2) === 0 ? 1 : 2;

const daysShared = (chosen: readonly Candidate[]): number =>
  chosen.reduce((sum, one, at) => sum + sharers(one, chosen.slice(at + 1)), 0);
