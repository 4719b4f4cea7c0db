import { describe, expect, it } from "vitest";
import { hour } from "./durations.ts";
import { type Candidate, vary } from "./vary.ts";

/** An hour on a day of the first person's, at an hour of the first person's; on that day for the other too where nothing else is said. */
const at = (date: number, clock: number, { other = date, cost = 0 } = {}): Candidate => ({
  start: (date * 24 + clock) * hour,
  end: (date * 24 + clock + 1) * hour,
  dates: [date, other],
  clock: clock * hour,
  isStale: false,
  cost,
});

const places = (candidates: readonly Candidate[], count = 3) =>
  vary(candidates, count).map(({ dates: [date], clock }) => `${date} ${clock / hour}`);

describe("choosing among times", () => {
  it("[SLOT-9] takes the soonest days, even at the same hour", () => {
    expect(places([at(1, 9), at(2, 9), at(3, 9), at(3, 15)], 2)).toEqual(["1 9", "2 9"]);
  });

  it("[SLOT-9] takes another hour each day", () => {
    const days = [1, 2, 3].flatMap((date) => [at(date, 9), at(date, 12), at(date, 16)]);
    expect(places(days)).toEqual(["1 9", "2 16", "3 12"]);
  });

  it("[SLOT-9] prefers whole hours to half ones, and these to quarters", () => {
    expect(places([at(1, 9), at(2, 15.25), at(2, 15.5), at(2, 15.75)], 2)).toEqual(["1 9", "2 15.5"]);
    expect(places([at(1, 9), at(2, 15.25), at(2, 15.5), at(2, 15), at(2, 15.75)], 2)).toEqual(["1 9", "2 15"]);
  });

  it("[SLOT-9] counts hours round the clock", () => {
    expect(places([at(1, 0), at(2, 8), at(2, 23)], 2)).toEqual(["1 0", "2 8"]);
  });

  it("[SLOT-11] takes better days before sooner ones, but no times that overlap", () => {
    expect(places([at(1, 9, { cost: 2 }), at(2, 9, { cost: 1 }), at(3, 9, { cost: 1 })], 2)).toEqual(["2 9", "3 9"]);
    const nearest = [at(1, 16.25, { cost: 3 }), at(1, 17), at(1, 17.25, { cost: 1 }), at(1, 18, { cost: 4 })];
    expect(places(nearest, 2)).toEqual(["1 17", "1 18"]);
  });

  it("[SLOT-9] takes a stale time only when there is no other on that day", () => {
    const stale = (one: Candidate): Candidate => ({ ...one, isStale: true });
    expect(places([stale(at(1, 9, { cost: -1 })), at(1, 10), stale(at(2, 9))], 2)).toEqual(["1 10", "2 9"]);
  });

  it("[SLOT-1] gives up a better time that is in the way of different days for everybody", () => {
    const between = at(1, 22, { other: 2, cost: -1 });
    expect(places([at(1, 9), between, at(2, 9)], 2)).toEqual(["1 9", "2 9"]);
  });

  it("[SLOT-1] offers all there are when they are few, and none of none", () => {
    expect(places([at(1, 9), at(1, 9.25)])).toEqual(["1 9", "1 9.25"]);
    expect(places([])).toEqual([]);
  });
});
