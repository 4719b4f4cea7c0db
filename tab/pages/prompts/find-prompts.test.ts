import { describe, expect, it } from "vitest";
import { findablePrompt, fits, groupsOf, inOrder, type Wish } from "./find-prompts.ts";
import { aPrompt } from "./prompt-fixture.ts";

const anything: Wish = { stage: null, theme: null, topic: null, words: "" };
const prompt = aPrompt({
  stage: "lens",
  theme: "growth",
  labels: ["career"],
  text: "What did the café queue teach you about naïve plans?",
  followUps: ["Who’s been in it longest?"],
  lighter: "Which queue is worth it?",
});
const isFound = (wish: Partial<Wish>) => fits(findablePrompt(prompt), { ...anything, ...wish });

describe("looking for a prompt", () => {
  it("finds it by stage, theme and topic", () => {
    expect(isFound({ stage: "lens", theme: "growth", topic: "career" })).toBe(true);
    expect(isFound({ stage: "story" })).toBe(false);
    expect(isFound({ theme: "self" })).toBe(false);
    expect(isFound({ topic: "health" })).toBe(false);
  });

  it.each(["queue", "NAIVE", "teach café", "who's longest", "worth it", "  "])("finds it by words in it: %s", (words) =>
    expect(isFound({ words })).toBe(true),
  );

  it("wants all of the words", () => expect(isFound({ words: "queue lunch" })).toBe(false));

  it("puts prompts in the order of stages and themes, the organisation's own among the others", () => {
    const [late, first, own] = [
      aPrompt({ stage: "close", theme: "self" }),
      aPrompt({ stage: "agree", theme: "growth" }),
      aPrompt({ stage: "agree", theme: "growth", isOwn: true }),
    ];
    expect(inOrder([late, first, own])).toEqual([first, own, late]);
    expect(groupsOf([first, own, late], "stage").map(({ key, prompts }) => [key, prompts.length])).toEqual([
      ["agree", 2],
      ["close", 1],
    ]);
  });
});
