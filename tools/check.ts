import { buildStep, bytesStep, sourceSteps } from "./steps/standing.ts";
import { runSteps, total } from "./steps/step.ts";
import { vitestStep } from "./steps/vitest-step.ts";

/** `npm run check`: everything that can be said about a change within two minutes. All of it runs, whatever fails. */
const started = performance.now();
const say = (text: string) => console.log(text);

const first = await runSteps([...sourceSteps(), buildStep()], 2, say);
const second = await runSteps([vitestStep("unit"), bytesStep()], 1, say);

const failed = [...first, ...second].filter((step) => step.failed > 0);
const seconds = Math.round((performance.now() - started) / 1000);
if (total(failed).failed === 0) say(`\nAll checks passed in ${seconds} s.`);
else {
  say(`\nFailed in ${seconds} s: ${failed.map(({ name }) => name).join(", ")}. What to do is said above, under each.`);
  process.exitCode = 1;
}
