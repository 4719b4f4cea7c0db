import fc from "fast-check";
import { newTally, playHistory, type Tally } from "../../../shared/domain/session/history-fixture.ts";
import type { Bench } from "../harness.ts";
import { figure, type Report } from "../report.ts";

const pair = ["ana", "ben"];
const trio = ["ana", "ben", "chidi"];

/** Another run begins with another seed by itself; what fails prints its own. */
const seed = 20261126;

/** One number a moment of a session: who taps what on which device, what becomes of it, and who hears of it. */
const anyHistory = fc.array(fc.nat(2 ** 30), { minLength: 10, maxLength: 90, size: "max" });

/** Histories of sessions, each held against every law after each tap, and played again with the partners renamed. */
export const sessionModel: Bench = {
  measures: "whether the laws of a session hold, whatever two or three people tap on two devices each",
  run: async ({ options, say }) => {
    const { runs = 100_000 } = options;
    const tally = newTally();
    say(`Playing ${runs} histories, each twice …`);
    const started = performance.now();
    fc.assert(
      fc.property(fc.constantFrom(pair, pair, trio), anyHistory, (members, history) => {
        const outcome = JSON.stringify(playHistory(members, history, tally));
        const renamed = JSON.stringify(playHistory(members.map(turnedRound), history));
        return renamed === outcome.replaceAll(/"(ana|ben|chidi)"/g, (_, name: string) => `"${turnedRound(name)}"`);
      }),
      { numRuns: runs, seed },
    );
    return report(runs, (performance.now() - started) / 1000, tally);
  },
};

/** The name that each goes by in the second playing. */
const turnedRound = (name: string): string => (name === "ana" ? "ben" : name === "ben" ? "ana" : name);

function report(runs: number, seconds: number, tally: Tally): Report {
  const { sent, late, lost, repeated, revealed, named, counted, refused, ended } = tally;
  const rows = (counts: ReadonlyMap<string, number>, what: string) =>
    [...counts].toSorted(([, one], [, other]) => other - one).map(([name, times]) => ({ [what]: name, times }));
  return {
    did: [
      `Played ${runs} histories of 10 to 90 taps in ${figure(seconds)} s, ${Math.round(runs / seconds)} a second; two in three of a pair, the others of a trio.`,
      `Of ${sent} taps ${late} came late, ${lost} never and ${repeated} twice; appreciations or learnings were revealed ${revealed} times, and all named the same person ${named} times.`,
      "After each tap that counted the session was held against a story told beside it and against every law, and each history was played again with the partners renamed.",
    ],
    comparedWith: [],
    tables: [
      { title: "Taps that counted", rows: rows(counted, "command") },
      { title: "Taps that were refused", rows: rows(refused, "refusal") },
      { title: "Where histories ended", rows: rows(ended, "step") },
    ],
  };
}
