import { describe, expect, it } from "vitest";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { aPrompt } from "../prompts/prompt-fixture.ts";
import { partFrom, startOf } from "./draft-start.ts";
import { blankWords } from "./prompt-words.ts";

const builtIn: EditorPromptView = { ...aPrompt({ text: "What helps?" }), isRetired: false, version: 0 };
const own: EditorPromptView = { ...aPrompt({ id: "4f0c", isOwn: true }), isRetired: true, version: 3 };
const begin = (part: string) => startOf(part, [builtIn, own], "9d1e");

describe("what the editor begins with", () => {
  it("is a blank prompt with an id of its own", () =>
    expect(begin("new")).toEqual({ id: "9d1e", seenVersion: 0, words: blankWords, standing: null }));

  it("is another prompt's words, as a new prompt", () =>
    expect(begin(partFrom(builtIn.id))).toMatchObject({ id: "9d1e", seenVersion: 0, words: { text: "What helps?" } }));

  it("is a prompt of the organisation's own, from the version that stands", () =>
    expect(begin("4f0c")).toMatchObject({ id: "4f0c", seenVersion: 3, standing: own }));

  it("is nothing for a built-in prompt, or one that isn't there", () => {
    expect(begin(builtIn.id)).toBeNull();
    expect(begin("elsewhere")).toBeNull();
    expect(begin(partFrom("elsewhere"))).toBeNull();
  });
});
