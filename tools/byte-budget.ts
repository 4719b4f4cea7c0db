import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { firstLoads, type Manifest, readBudget } from "./pages/first-load.ts";
import { root } from "./pages/pages.ts";

/** Fails when a first load of the tab is heavier than `byte-budget.json` allows. */
const tab = join(root, "dist/tab");
const manifestFile = join(tab, ".vite/manifest.json");
const weighed = existsSync(manifestFile)
  ? firstLoads(tab, readManifest(), readBudget(join(root, "tools/byte-budget.json")))
  : [];

if (weighed.length === 0) {
  console.error("There is nothing to weigh: build the tab first, with npm run build.");
  process.exitCode = 1;
}
for (const { name, bytes, allowed } of weighed) {
  const [kilobytes, most] = [bytes, allowed].map((one) => `${(one / 1000).toFixed(1)} kB`);
  if (bytes <= allowed) console.log(`${name}: ${kilobytes} compressed, of ${most} allowed.`);
  else {
    console.error(
      `${name}: ${kilobytes} compressed is more than the ${most} allowed. Load less at first (import lazily what a first screen does not draw), or raise tools/byte-budget.json and say why in the change.`,
    );
    process.exitCode = 1;
  }
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
}
