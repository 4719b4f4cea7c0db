import { describe, expect, it } from "vitest";
import { readCommand } from "./storm/arguments.ts";

describe("what npm run faults may be told", () => {
  it("is how many intents under which seed", () => {
    expect(readCommand(["--count", "1000", "--seed", "7"])).toEqual({ count: 1000, seed: 7 });
  });

  it("is nothing: then a hundred under a seed by chance", () => {
    const { count, seed } = readCommand([]);
    expect(count).toBe(100);
    expect(Number.isInteger(seed)).toBe(true);
  });

  it.each([
    [["--count", "0"]],
    [["--count", "many"]],
    [["--count", "1.5"]],
    [["--seed", "-1"]],
    [["--seed", "4294967296"]],
    [["--speed", "2"]],
    [["seven"]],
  ])("is told what to say instead of %j", (args) => {
    expect(() => readCommand(args)).toThrow(/npm run faults -- --count 1000 --seed 7/);
  });
});
