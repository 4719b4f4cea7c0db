import { expect, it } from "vitest";
import { citationsIn, mismatches, rulesIn } from "./rule-ids.ts";

const spec = "# Turns\n\n- **TURN-1** Openings alternate.\n- **TURN-2** A missed check-in uses up nobody's turn.\n";

it("reads rules and the tests that cite them", () => {
  expect(rulesIn(spec)).toEqual([
    { id: "TURN-1", line: 3 },
    { id: "TURN-2", line: 4 },
  ]);
  const source = `it("[TURN-1] gives Ben the next turn", () => {});\nit.each(["a"])("[TURN-2, BOOK-3] keeps %s", () => {});`;
  expect(citationsIn("turn.test.ts", source).map(({ id }) => id)).toEqual(["TURN-1", "TURN-2", "BOOK-3"]);
});

it("does not count an id outside of a title", () => {
  expect(citationsIn("turn.test.ts", `// [TURN-1]\nconst id = "[TURN-1]";`)).toEqual([]);
});

it("is content when every rule has a test and every test a rule", () => {
  const citations = ["TURN-1", "TURN-2", "TURN-2"].map((id) => ({ id, file: "turn.test.ts" }));
  expect(mismatches(rulesIn(spec), citations)).toEqual([]);
});

it("names a rule without a test, a test without a rule and a rule stated twice", () => {
  const rules = rulesIn(`${spec}- **TURN-1** Again.\n`);
  expect(
    mismatches(rules, [
      { id: "TURN-1", file: "turn.test.ts" },
      { id: "TURN-9", file: "turn.test.ts" },
    ]),
  ).toEqual([
    expect.stringMatching(/SPEC\.md:5 states TURN-1 a second time/),
    expect.stringMatching(/SPEC\.md:4 states TURN-2, but no test/),
    expect.stringMatching(/turn\.test\.ts cites \[TURN-9\]/),
  ]);
});
