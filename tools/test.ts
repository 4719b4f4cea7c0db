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
// One after the other: two worlds that start at the same moment may choose the same ports. The storm is `npm run faults`.
const suites = await runSteps(
  [
    bytesStep(),
    ...["unit", "contract", "doors", "fault"].map((name) => vitestStep(name, environment)),
    chromium ? vitestStep("e2e", environment) : noBrowser,
  ],
  1,
  say,
);

const { passed, failed } = total([...sources, ...suites]);
if (failed > 0) process.exitCode = 1;
say("");
say(`${passed} passed, ${failed} failed`);
