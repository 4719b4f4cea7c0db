import "temporal-polyfill/global";
import { benches } from "./benches.ts";
import { BadCommand, type BenchCommand, readCommand } from "./command.ts";
import { drawOutcome, type Outcome, runBench } from "./harness.ts";

/**
 * `npm run bench -- [name …] [--json]`: runs the named benches, or all. Ends with 1 only when one of them failed, never because of what it
 * measured.
 */
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

async function run({ names, json, options }: BenchCommand): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const name of names) {
    const bench = benches.get(name);
    if (!bench) continue;
    const outcome = await runBench(name, bench, options, (sentence) => say(`${name}: ${sentence}`));
    outcomes.push(outcome);
    if (!json) process.stdout.write(`\n${drawOutcome(outcome)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ benches: outcomes }, null, 2)}\n`);
  if (outcomes.some((outcome) => outcome.failure !== null)) process.exitCode = 1;
}

try {
  await run(readCommand(process.argv.slice(2), [...benches.keys()]));
} catch (problem) {
  if (!(problem instanceof BadCommand)) throw problem;
  say(problem.message);
  process.exitCode = 2;
}
