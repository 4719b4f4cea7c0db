import { describe, expect, it } from "vitest";
import { refusalCodes } from "../contract/refusals.ts";
import { refusalSentence } from "./refusal-sentence.ts";

describe("refusals", () => {
  it.each(refusalCodes)("[REFUSE-1] explain themselves in a sentence: %s", (code) => {
    expect(refusalSentence(code, "en-GB")).toMatch(/^[A-Z].*\.$/);
    expect(refusalSentence(code, "xx")).toBe(refusalSentence(code, "en"));
  });
});
