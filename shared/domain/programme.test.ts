import { describe, expect, it } from "vitest";
import { hasPurpose } from "./programme.ts";

const whole = {
  purposes: ["inclusion"] as const,
  statement: "Hear more voices before we decide.",
  sponsorName: "Zoe Martin",
};

describe("a programme's purpose", () => {
  it("[PURPOSE-1] is whole with one or two purposes, a statement and a sponsor", () => {
    expect(hasPurpose(whole)).toBe(true);
  });

  it.each([
    ["no purpose", { ...whole, purposes: [] }],
    [
      "three purposes",
      { ...whole, purposes: ["inclusion", "connecting-generations", "leadership-at-all-levels"] as const },
    ],
    ["a blank statement", { ...whole, statement: "  " }],
    ["no sponsor", { ...whole, sponsorName: "" }],
  ])("[PURPOSE-1] is not whole with %s", (_, programme) => {
    expect(hasPurpose(programme)).toBe(false);
  });
});
