import { describe, expect, it } from "vitest";
import { draftWords } from "./draft-words.ts";

describe("a draft's words", () => {
  it("are the notes until somebody edits them", () => {
    expect(draftWords("Ask before I explain.", null)).toBe("Ask before I explain.");
  });

  it("are what was typed since", () => {
    const edited = { text: "Ask first.", from: "Ask before I explain." };
    expect(draftWords("Ask before I explain.", edited)).toBe("Ask first.");
  });

  it("keep both where the notes grew on another device, and what was added only once", () => {
    const edited = { text: "Ask first.", from: "Ask before I explain." };
    const grown = "Ask before I explain.\nThe quiet helped.";
    expect(draftWords(grown, edited)).toBe("Ask first.\n\nThe quiet helped.");
    const again = { text: "Ask first.\n\nThe quiet helped.", from: "Ask before I explain." };
    expect(draftWords(grown, again)).toBe("Ask first.\n\nThe quiet helped.");
    expect(draftWords("Other notes.", edited)).toBe("Ask first.\n\nOther notes.");
  });
});
