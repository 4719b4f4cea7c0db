import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandOf, runNode } from "./run-node.ts";
import type { Step } from "./step.ts";
import { countReport, type VitestReport } from "./vitest-report.ts";

/** Runs one project of vitest.config.ts and counts its tests. */
export function vitestStep(project: string, environment: Readonly<Record<string, string>> = {}): Step {
  return {
    name: project,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "vitest-"));
      const file = join(folder, "report.json");
      const args = ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
      try {
        const { output } = await runNode(commandOf("vitest", "vitest"), args, environment);
        return countReport(project, readReport(file), output);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  } catch {
    return undefined;
  }
}
