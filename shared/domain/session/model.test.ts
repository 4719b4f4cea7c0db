import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newTally, playHistory } from "./history-fixture.ts";
import { sessionCommandTypes, sessionPhases } from "./session.ts";
import { ana, ben, chidi } from "./session-fixture.ts";

/** One number a moment: who taps what on which device, what becomes of it, and who hears of it. */
const anyHistory = fc.array(fc.nat(2 ** 30), { minLength: 10, maxLength: 90, size: "max" });

/** The same text with every name in place of the one it was given. */
const renamed = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(/"(ana|ben|chidi)"/g, (_, name: string) => `"${names.get(name) ?? name}"`);

describe("whatever a pair taps, on whatever device, in whatever order", () => {
  it.each([
    ["two", [ana, ben], 3000],
    ["three", [ana, ben, chidi], 1500],
  ] as const)(
    "[SESSION-9] [MODEL-1] [MODEL-2] [MODEL-3] [MODEL-4] the laws of a session of %s hold",
    (_, members, runs) => {
      const tally = newTally();
      fc.assert(
        fc.property(anyHistory, (history) => void playHistory(members, history, tally)),
        { numRuns: runs, seed: 20261126 },
      );
      // Otherwise the property would say little.
      for (const type of sessionCommandTypes) expect(tally.counted.get(type) ?? 0, type).toBeGreaterThan(50);
      for (const phase of sessionPhases) expect(tally.ended.get(phase) ?? 0, phase).toBeGreaterThan(0);
      for (const refusal of ["session-moved-on", "not-at-this-point", "prompt-not-offered"] as const)
        expect(tally.refused.get(refusal) ?? 0, refusal).toBeGreaterThan(100);
      const { late, lost, repeated, revealed, named } = tally;
      expect(Math.min(late, lost, repeated, revealed, named), JSON.stringify(tally)).toBeGreaterThan(20);
    },
  );

  it.each([
    ["two", [ana, ben], [ben, ana]],
    ["three", [ana, ben, chidi], [chidi, ana, ben]],
  ] as const)("[MODEL-5] renaming %s partners renames the outcome and changes nothing else", (_, members, others) => {
    const names = new Map(members.map((name, place) => [name, others[place] ?? name]));
    fc.assert(
      fc.property(anyHistory, (history) => {
        const [one, other] = [playHistory(members, history), playHistory(others, history)];
        expect(JSON.stringify(other)).toBe(renamed(JSON.stringify(one), names));
      }),
      { numRuns: 300, seed: 20261127 },
    );
  });
});
