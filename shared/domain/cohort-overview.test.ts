import { describe, expect, it } from "vitest";
import { overviewOf } from "./cohort-overview.ts";

const counts = { people: 28, pairs: 14, sessionsHeld: 31, metRecently: 11, paused: 1, stages: { story: 5, lens: 9 } };

describe("how a cohort is going", () => {
  it("[COUNT-1] says how many met in the last six weeks, how many are quiet and how many rest", () => {
    expect(overviewOf(counts)).toEqual({
      pairs: 14,
      sessionsHeld: 31,
      recent: { met: 11, quiet: 2, paused: 1, stages: { story: 5, lens: 9 } },
    });
  });

  it.each([
    ["seven people", { ...counts, people: 7 }],
    ["four pairs", { ...counts, pairs: 4 }],
  ])("[COUNT-2] shows only pairs formed and sessions held for %s", (_, few) => {
    expect(overviewOf(few).recent).toBeNull();
    expect(overviewOf(few)).toMatchObject({ pairs: few.pairs, sessionsHeld: 31 });
  });
});
