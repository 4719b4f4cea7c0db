import { describe, expect, it } from "vitest";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { aPrompt } from "../prompts/prompt-fixture.ts";
import { isShown, type Shown } from "./look.ts";

const builtIn: EditorPromptView = { ...aPrompt(), isRetired: false, version: 0 };
const own: EditorPromptView = { ...aPrompt({ isOwn: true }), isRetired: false, version: 1 };
const retired: EditorPromptView = { ...aPrompt({ isOwn: true, stage: "close" }), isRetired: true, version: 3 };
const shown = (part: Shown) =>
  [builtIn, own, retired].filter((prompt) => isShown(prompt, { shown: part, stage: null, words: "" }));

describe("looking at the library", () => {
  it("shows each of its parts", () => {
    expect(shown("offered")).toEqual([builtIn, own]);
    expect(shown("own")).toEqual([own, retired]);
    expect(shown("built-in")).toEqual([builtIn]);
    expect(shown("retired")).toEqual([retired]);
    expect(shown("all")).toEqual([builtIn, own, retired]);
  });

  it("narrows a part down to a stage and to words", () => {
    expect(isShown(retired, { shown: "own", stage: "close", words: "good day" })).toBe(true);
    expect(isShown(retired, { shown: "own", stage: "agree", words: "" })).toBe(false);
    expect(isShown(retired, { shown: "own", stage: null, words: "budget" })).toBe(false);
  });
});
