import { describe, expect, it } from "vitest";
import { statOf } from "./processor-time.ts";

describe("A process's processor time", () => {
  it("is its own, the system's for it, and that of children that have ended", () => {
    const line = "4242 (node) S 17 4242 4242 0 -1 4194304 9 9 9 9 100 20 3 4 20 0 11 0 52";
    expect(statOf(line)).toEqual({ pid: 4242, parent: 17, ticks: 127 });
  });

  it("is found behind whatever the program is called", () => {
    const line = "7 (a) (b 1) R 5 7 7 0 -1 4194304 9 9 9 9 1 2 0 0 20 0 11 0 52";
    expect(statOf(line)).toEqual({ pid: 7, parent: 5, ticks: 3 });
  });
});
