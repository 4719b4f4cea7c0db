import { describe, expect, it } from "vitest";
import { stageOf } from "./cohort.ts";

describe("a cohort's stages", () => {
  it.each([
    [1, "agree"],
    [3, "lens"],
    [6, "close"],
    [9, "close"],
  ])("[SESSION-1] has session %i at stage %s", (number, stage) => {
    expect(stageOf(number)).toBe(stage);
  });
});
