import { stateFolder } from "./postgres/place.ts";
import { LocalProblem } from "./processes/problem.ts";
import { seedDocument } from "./seed.ts";
import { runStart } from "./start/run-start.ts";
import { readStartSettings } from "./start/settings.ts";

/** `npm start`: the whole product and Microsoft's stand-ins on this machine. */
try {
  const settings = readStartSettings(process.argv.slice(2), process.env);
  process.exitCode = await runStart(settings, {
    stateDir: stateFolder(),
    build: true,
    seed: () => seedDocument(new Date()),
    say: (sentence) => console.log(sentence),
  });
} catch (error) {
  if (!(error instanceof LocalProblem)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
