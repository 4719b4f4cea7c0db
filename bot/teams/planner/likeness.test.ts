import { expect, it } from "vitest";
import { likeness, slipsBetween } from "./likeness.ts";

it.each([
  ["book", "book", 0],
  ["bok", "book", 1],
  ["shcedule", "schedule", 1],
  ["jounral", "journal", 1],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
])("counts the slips between %j and %j: %i", (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips);
  expect(slipsBetween(other, one)).toBe(slips);
});

it.each([
  ["rate", "date"],
  ["cat", "car"],
  ["12", "13"],
  ["book", "boat"],
])("holds %j and %j for different words", (one, other) => {
  expect(likeness(one, other)).toBe(0);
});

it("holds a slip for less than the word itself", () => {
  expect(likeness("goals", "goals")).toBe(1);
  expect(likeness("gaols", "goals")).toBeGreaterThan(0.5);
  expect(likeness("gaols", "goals")).toBeLessThan(1);
});
