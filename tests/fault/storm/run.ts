import "temporal-polyfill/global";
import { BadCommand, readCommand, type StormCommand } from "./arguments.ts";
import { isHarmless } from "./report.ts";
import { playStorm } from "./storm.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Plays a storm and ends with one line of JSON. The exit code is 1 when anything was lost, doubled or told twice. */
async function play({ seed, count }: StormCommand): Promise<void> {
  print(`A storm of ${count} intents under seed ${seed}.`);
  const { tally, reminders, complaints } = await playStorm({ seed, count, say: print });
  for (const complaint of complaints) print(complaint);
  print(`${reminders} reminders were told.`);
  print(JSON.stringify(tally));
  if (!isHarmless(tally)) process.exitCode = 1;
}

try {
  await play(readCommand(process.argv.slice(2)));
} catch (problem) {
  process.stderr.write(`${problem instanceof BadCommand ? problem.message : String(problem)}\n`);
  process.exitCode = problem instanceof BadCommand ? 2 : 1;
}
