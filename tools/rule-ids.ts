import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pages/pages.ts";
import { citationsIn, mismatches, rulesIn } from "./rules/rule-ids.ts";

/** Fails when a rule of docs/SPEC.md has no test, or a test cites a rule that is not there. */
const rules = rulesIn(readFileSync(join(root, "docs/SPEC.md"), "utf8"));
const files = globSync("{appPackage,shared,bot,tab,local,tests,tools}/**/*.test.{ts,tsx}", {
  cwd: root,
  // Its examples are not citations.
  exclude: (path) => path.includes("node_modules") || path.endsWith("rule-ids.test.ts"),
});
const citations = files.flatMap((file) => citationsIn(file, readFileSync(join(root, file), "utf8")));
const wrong = mismatches(rules, citations);

for (const sentence of wrong) console.error(sentence);
if (rules.length === 0) console.error("docs/SPEC.md states no rule as `- **ID-1** sentence`.");
if (wrong.length > 0 || rules.length === 0) process.exitCode = 1;
else console.log(`${rules.length} rules, each cited by a test.`);
