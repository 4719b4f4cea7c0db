import { expect, it } from "vitest";
import { countReport, type VitestReport } from "./vitest-report.ts";

const good: VitestReport = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: "a.test.ts", status: "passed", assertionResults: [{}, {}, {}] }],
};

it("counts what passed and what failed", () => {
  expect(countReport("unit", good, "")).toMatchObject({ passed: 3, failed: 0 });
  expect(countReport("unit", { ...good, success: false, numPassedTests: 2, numFailedTests: 1 }, "")).toMatchObject({
    passed: 2,
    failed: 1,
  });
});

it.each([
  ["a file that could not be loaded", { testResults: [{ name: "b.test.ts", status: "failed", assertionResults: [] }] }],
  ["a skipped test", { numPendingTests: 1 }],
  ["a test that is still to be written", { numTodoTests: 1 }],
  ["an error outside of any test", { success: false }],
])("counts %s as a failure", (_, change) => {
  expect(countReport("unit", { ...good, ...change }, "")).toMatchObject({ passed: 3, failed: 1 });
});

it("counts a suite that ran nothing, or left no report, as a failure", () => {
  expect(countReport("e2e", { ...good, numPassedTests: 0, testResults: [] }, "")).toMatchObject({
    passed: 0,
    failed: 1,
  });
  expect(countReport("e2e", undefined, "no such file")).toMatchObject({
    passed: 0,
    failed: 1,
    output: expect.stringContaining("no such file"),
  });
});
