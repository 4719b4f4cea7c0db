import type { Result } from "./step.ts";

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/**
 * Counts a suite. Nothing may hide in it: a file that could not be loaded, a skipped test, an error outside of any test
 * and a suite without tests count as failures too.
 */
export function countReport(name: string, report: VitestReport | undefined, output: string): Result {
  if (!report) return { passed: 0, failed: 1, output: `The suite "${name}" left no report.\n${output}` };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const skipped = numPendingTests + numTodoTests;
  const failed = numFailedTests + unloaded.length + skipped;
  if (passed + failed === 0) return { passed: 0, failed: 1, output: `The suite "${name}" ran no test.\n${output}` };
  const words =
    skipped > 0 ? `${skipped} skipped, which counts as failed: a test either holds or goes.\n${output}` : output;
  if (failed === 0 && !report.success) return { passed, failed: 1, output: `An error outside of any test.\n${words}` };
  return { passed, failed, output: words };
}
