import { globSync, readFileSync } from "node:fs";
import { root } from "./pages/pages.ts";
import { breachesIn } from "./walls/breaches.ts";

/** Fails when a file imports what its room may not, and says why it may not. */
const files = globSync("{shared,bot,tab,local,tests,tools}/**/*.{ts,tsx}", {
  cwd: root,
  exclude: (path) => path.includes("node_modules"),
}).map((file) => file.replaceAll("\\", "/"));
const breaches = files.toSorted().flatMap((file) => breachesIn(file, readFileSync(`${root}/${file}`, "utf8")));

for (const { sentence } of breaches) console.error(sentence);
if (files.length === 0) console.error("No source was found to look at.");
if (breaches.length > 0 || files.length === 0) process.exitCode = 1;
else console.log(`${files.length} files keep to their walls.`);
