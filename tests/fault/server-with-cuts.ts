import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { run } from "../../bot/main.ts";

/**
 * The real server that kills itself the hard way in the middle of a booking, as CUT_FILE tells: "<check-in> after <step>", or
 * "<check-in> in <milliseconds>" from the moment the choice was stored. What is left to do for another check-in is no moment to cut at.
 * An order is carried out once. Each step is written to STEPS_FILE before the cut.
 */
const { CUT_FILE = "", STEPS_FILE = "" } = process.env;

const die = () => process.kill(process.pid, "SIGKILL");

await run(process.argv[2], {
  onStep: async (step, checkInId) => {
    appendFileSync(STEPS_FILE, `${step} ${checkInId}\n`);
    const [whose, when, what] = existsSync(CUT_FILE) ? readFileSync(CUT_FILE, "utf8").split(" ") : [];
    if (whose !== checkInId) return;
    if (when === "in" && step === "intent-stored") {
      rmSync(CUT_FILE);
      setTimeout(die, Number(what));
    }
    if (when !== "after" || what !== step) return;
    rmSync(CUT_FILE);
    die();
    await new Promise(() => {});
  },
});
