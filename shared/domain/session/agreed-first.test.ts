import { expect, it } from "vitest";
import { agreedFirst } from "./agreed-first.ts";
import { ana, ben, chidi } from "./session-fixture.ts";

it("[SESSION-11] lets share first whom everybody has named", () => {
  expect(agreedFirst([ana, ana])).toBe(ana);
  expect(agreedFirst([chidi, chidi, chidi])).toBe(chidi);
});

it.each([[[ana, ben]], [[ana, "no-difference"]], [["no-difference", "no-difference"]], [[ana, ana, ben]], [[]]])(
  "[SESSION-11] lets turns alternate where they have not: %j",
  (named) => {
    expect(agreedFirst(named)).toBeNull();
    expect(agreedFirst(named.toReversed())).toBeNull();
  },
);
