import { describe, expect, it } from "vitest";
import { library } from "../../../shared/content/prompts.ts";
import type { PromptWords } from "../../../shared/contract/prompts.ts";
import { aPrompt } from "../prompts/prompt-fixture.ts";
import { type Hint, hintsFor } from "./hints-for.ts";
import { blankWords, wordsOf } from "./prompt-words.ts";

const good = wordsOf(aPrompt());
const hints = (change: Partial<PromptWords>) => hintsFor({ ...good, ...change });

describe("hints about a prompt", () => {
  it("are none for what the library holds, and for a blank form", () => {
    for (const prompt of library) {
      expect(
        hintsFor(wordsOf(aPrompt({ ...prompt, followUps: [...prompt.followUps], labels: [], purposes: [] }))),
        prompt.id,
      ).toEqual([]);
    }
    expect(hintsFor(blankWords)).toEqual([]);
  });

  it.each<[string, Partial<PromptWords>, Hint]>([
    [
      "a word for one grade only",
      { text: "What would you ask of your boss?" },
      { kind: "word", place: "text", found: "your boss", why: "fits one grade only" },
    ],
    [
      "a demand to say what somebody is",
      { followUps: ["What does your age change?", "What else?"] },
      { kind: "word", place: 0, found: "your age", why: "asks what somebody is" },
    ],
    [
      "words that one of the two would say",
      { text: "What do you make of my work?" },
      { kind: "one-way", place: "text", found: "my" },
    ],
    [
      "a long line",
      { lighter: `Which ${"very ".repeat(25)}good hour?` },
      { kind: "long", place: "lighter", most: 115 },
    ],
    ["a missing question mark", { followUps: ["Say more", "What else?"] }, { kind: "question", place: 0 }],
    ["a missing full stop", { lighter: "Tell of one good hour" }, { kind: "ending", place: "lighter" }],
    [
      "hard reading",
      {
        text: "Considering organisational responsibilities, which institutional expectations particularly complicate collaboration?",
        followUps: [
          "Which interdependencies necessitate negotiation?",
          "Whose accountability remains ambiguous, and consequently unexamined?",
        ],
      },
      { kind: "reading" },
    ],
    ["a single question", { followUps: ["What else?"] }, { kind: "few-follow-ups" }],
    ["a twin that says the same", { lighter: good.text }, { kind: "same-lighter" }],
    ["minutes unlike its kind", { kind: "longer", minutes: 10 }, { kind: "minutes", least: 15, most: 15 }],
    ["many topics", { labels: ["career", "trust", "health"] }, { kind: "many-topics" }],
  ])("point out %s", (_, change, hint) => expect(hints(change)).toContainEqual(hint));

  it("leave quoted words and typing tools' quotes alone", () => {
    expect(hints({ text: "Finish this: “I am at my best when”. Then ask what’s behind it – and swap." })).toEqual([]);
  });
});
