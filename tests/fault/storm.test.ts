import { beforeAll, describe, expect, it } from "vitest";
import type { StormReport } from "./storm/report.ts";
import { playStorm } from "./storm/storm.ts";

const seed = 20_261_203;

let report: StormReport;

beforeAll(async () => {
  report = await playStorm({ seed, count: 100, say: (line) => console.log(line) });
}, 3_600_000);

describe("a hundred intents, each under a fault", () => {
  it("[FAULT-7] whatever is lost or dies, each booking, move and cancellation leaves exactly one right event or none", () => {
    expect(report.complaints).toEqual([]);
    expect(report.tally).toMatchObject({ seed, intents: 100, right: 100, lost: 0, doubled: 0 });
  });

  it("[FAULT-8] no reminder comes twice, and no news either while no answer was lost", () => {
    expect(report.reminders).toBeGreaterThan(0);
    expect(report.tally.toldTwice).toBe(0);
  });
});
