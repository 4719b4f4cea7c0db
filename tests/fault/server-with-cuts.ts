import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { run } from "../../bot/main.ts";

/**
 * The real server that kills itself the hard way in the middle of what happens to an event. CUTS is a folder in which a file named for a
 * check-in holds the order: "after <step>", or "in <milliseconds>" from the moment the intent was stored. An order is carried out once.
 * Each step is written to `steps` in that folder before the cut, and the moment of each cut to `deaths`.
 */
const { CUTS = "" } = process.env;

const stored: ReadonlySet<string> = new Set(["intent-stored", "move-stored", "cancel-stored"]);

function die(): void {
  appendFileSync(join(CUTS, "deaths"), `${Date.now()}\n`);
  process.kill(process.pid, "SIGKILL");
}

await run(process.argv[2], {
  onStep: async (step, checkInId) => {
    appendFileSync(join(CUTS, "steps"), `${step} ${checkInId}\n`);
    const order = join(CUTS, checkInId);
    const [when, what] = existsSync(order) ? readFileSync(order, "utf8").split(" ") : [];
    if (when === "in" && stored.has(step)) {
      rmSync(order);
      setTimeout(die, Number(what));
    }
    if (when !== "after" || what !== step) return;
    rmSync(order);
    die();
    await new Promise(() => {});
  },
});

// A process that is killed writes nothing down any more.
flushCompileCache();
