import { describe, expect, it } from "vitest";
import { type PromptWords, promptWords } from "../../../shared/contract/prompts.ts";
import { topicLabels } from "../../../shared/domain/prompt.ts";
import { aPrompt } from "../prompts/prompt-fixture.ts";
import { areSame, atStage, blankWords, limits, missingIn, offeredMinutes, sentWords, wordsOf } from "./prompt-words.ts";

const words = wordsOf(aPrompt({ labels: ["career", "trust"] }));

describe("a prompt's words in the editor", () => {
  it("may be as long and as many as the server takes, and no more", () => {
    const isTaken = (change: Partial<PromptWords>) => promptWords.safeParse({ ...words, ...change }).success;
    const longest = { text: limits.text, lighter: limits.lighter } as const;
    for (const [line, most] of Object.entries(longest)) {
      expect([isTaken({ [line]: "a".repeat(most) }), isTaken({ [line]: "a".repeat(most + 1) })], line).toEqual([
        true,
        false,
      ]);
    }
    const questions = (count: number, length: number) => ({
      followUps: Array.from({ length: count }, () => "a".repeat(length)),
    });
    expect(isTaken(questions(limits.followUps, limits.followUp))).toBe(true);
    expect(isTaken(questions(limits.followUps + 1, 9))).toBe(false);
    expect(isTaken(questions(1, limits.followUp + 1))).toBe(false);
    expect(isTaken({ labels: topicLabels.slice(0, limits.topics) })).toBe(true);
    expect(isTaken({ labels: topicLabels.slice(0, limits.topics + 1) })).toBe(false);
    expect(offeredMinutes.map((minutes) => isTaken({ minutes }))).toEqual(offeredMinutes.map(() => true));
  });

  it("are sent without empty questions and stray spaces", () =>
    expect(sentWords({ ...words, text: " Why? ", followUps: ["", " How? ", "  "] })).toMatchObject({
      text: "Why?",
      followUps: ["How?"],
    }));

  it("are the same whatever the order of topics, and whatever wouldn't be sent", () => {
    expect(areSame(words, { ...words, labels: ["trust", "career"], text: `${words.text} ` })).toBe(true);
    expect(areSame(words, { ...words, minutes: 12 })).toBe(false);
    expect(areSame(words, { ...words, followUps: words.followUps.toReversed() })).toBe(false);
  });

  it("say what is still missing", () => {
    expect(missingIn(blankWords)).toEqual(["text", "followUps", "lighter"]);
    expect(missingIn({ ...words, lighter: " " })).toEqual(["lighter"]);
    expect(missingIn(words)).toEqual([]);
  });

  it("become no deeper than the stage they move to", () => {
    const deep = { ...words, stage: "change", depth: 4 } as const;
    expect(atStage(deep, "agree")).toMatchObject({ stage: "agree", depth: 2 });
    expect(atStage(deep, "difference")).toMatchObject({ stage: "difference", depth: 4 });
  });
});
