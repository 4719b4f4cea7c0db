import { join } from "node:path";
import { root } from "../pages/pages.ts";
import { commandOf, runNode } from "./run-node.ts";
import type { Step } from "./step.ts";

const tool = (name: string) => join(root, "tools", name);

/** A step that is one program: it passes when the program ends well, and counts as one. */
function program(name: string, script: string, args: readonly string[] = []): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode(script, args);
      return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}

/** The checks that read the sources: format, lint, walls, types, rule ids, and what nothing uses. */
export function sourceSteps(): readonly Step[] {
  return [
    program("lint", commandOf("oxlint", "oxlint"), ["--type-aware", "--deny-warnings"]),
    program("types", commandOf("typescript", "tsc"), ["--project", root]),
    program("unused (knip)", commandOf("knip", "knip"), ["--no-progress", "--no-config-hints"]),
    program("format", commandOf("@biomejs/biome", "biome"), ["check", "--max-diagnostics=20", "."]),
    program("walls", tool("walls.ts")),
    program("rule ids", tool("rule-ids.ts")),
  ];
}

/** Builds the pages where their sources have changed. */
export function buildStep(): Step {
  return program("build", tool("build-tab.ts"), ["--if-changed"]);
}

/** Weighs the tab's first loads; the pages must have been built. */
export function bytesStep(): Step {
  return program("bytes of the tab", tool("byte-budget.ts"));
}
