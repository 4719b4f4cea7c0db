import { getChromium } from "./browser/get-chromium.ts";
import { buildStep, bytesStep, sourceSteps } from "./steps/standing.ts";
import { runSteps, type Step, total } from "./steps/step.ts";
import { vitestStep } from "./steps/vitest-step.ts";

/** `npm test`: all there is. It closes with one plain line, `N passed, N failed`. */
const say = (text: string) => console.log(text);

const chromium = getChromium(say);
const environment = chromium ? { CHROMIUM_PATH: chromium } : {};

const noBrowser: Step = {
  name: "e2e",
  run: async () => ({
    passed: 0,
    failed: 1,
    output:
      "The browser tests did not run: there is no Chromium here, and none could be got. Install one (Debian: apt-get install chromium), or name one with CHROMIUM_PATH, then run npm test again.",
  }),
};

const sources = await runSteps([...sourceSteps(), buildStep()], 2, say);
// Two at a time, the longest first, each with ports of its own.
const names = ["contract", "e2e", "fault", "storm", "unit", "doors"];
const suites = await runSteps(
  [
    bytesStep(),
    ...names.map((name, place) =>
      name === "e2e" && !chromium ? noBrowser : vitestStep(name, { ...environment, PORTS_BETWEEN: portsOf(place) }),
    ),
  ],
  2,
  say,
);

const { passed, failed } = total([...sources, ...suites]);
if (failed > 0) process.exitCode = 1;
say("");
say(`${passed} passed, ${failed} failed`);

function portsOf(place: number): string {
  const from = 12_000 + place * 3_000;
  return `${from}-${from + 2_999}`;
}
