import { expect, it } from "vitest";
import { runSteps, type Step, total } from "./step.ts";

const passing = (name: string, passed = 1): Step => ({
  name,
  run: async () => ({ passed, failed: 0, output: "fine" }),
});
const failing: Step = { name: "lint", run: async () => ({ passed: 2, failed: 1, output: "a floating promise" }) };

it("runs every step, whatever fails, and shows what to read under the one that did", async () => {
  const said: string[] = [];
  const finished = await runSteps([passing("format"), failing, passing("unit", 40)], 1, (text) => said.push(text));
  expect(finished.map(({ name }) => name)).toEqual(["format", "lint", "unit"]);
  expect(total(finished)).toEqual({ passed: 43, failed: 1 });
  expect(said[0]).toMatch(/^✓ format \(\d+\.\d s\)$/);
  expect(said[1]).toMatch(/^✗ lint \(.*2 passed, 1 failed\)\n {4}a floating promise\n$/);
});

it("counts a step that breaks as failed", async () => {
  const broken: Step = { name: "types", run: () => Promise.reject(new Error("no such program")) };
  const [one] = await runSteps([broken], 2, () => {});
  expect(one).toMatchObject({ passed: 0, failed: 1, output: "Error: no such program" });
});

it("runs no more at once than it may", async () => {
  let running = 0;
  let most = 0;
  const step: Step = {
    name: "slow",
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return { passed: 1, failed: 0, output: "" };
    },
  };
  await runSteps(
    Array.from({ length: 6 }, () => step),
    2,
    () => {},
  );
  expect(most).toBe(2);
});

it("shortens a long output, keeping its beginning and its end", async () => {
  const output = Array.from({ length: 500 }, (_, line) => `line ${line}`).join("\n");
  const said: string[] = [];
  await runSteps([{ name: "types", run: async () => ({ passed: 0, failed: 1, output }) }], 1, (text) =>
    said.push(text),
  );
  expect(said[0]).toMatch(/line 0\n[\s\S]*… 320 lines more …[\s\S]*line 499/);
});
