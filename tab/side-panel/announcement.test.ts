import { describe, expect, it } from "vitest";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import type { PromptView, SessionView } from "../../shared/contract/sessions.ts";
import { announcement } from "./announcement.ts";

const { say } = panelMessages("en");
const ana = { id: "ana", name: "Ana", voice: "voice-1", timeZone: "Europe/London" } as const;
const ben = { id: "ben", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" } as const;
const prompt: PromptView = {
  id: "p",
  theme: "growth",
  minutes: 10,
  text: "What changed your mind?",
  followUps: [],
  lighter: "",
};
const arriving: SessionView = {
  id: "s",
  checkInId: "c",
  number: 3,
  stage: "lens",
  members: [ana, ben],
  opener: "ben",
  phase: "arrive",
  round: 1,
  rounds: 2,
  arrived: ["ana"],
  offered: [],
  prompt: null,
  speaker: null,
  agreementLines: [],
  version: 1,
};
const choosing: SessionView = { ...arriving, phase: "choose", offered: [prompt] };
const speaking: SessionView = { ...arriving, phase: "speak", prompt, speaker: "ben" };

describe("what a screen reader hears of a session", () => {
  it.each([
    ["someone arrives", arriving, { ...arriving, arrived: ["ana", "ben"] }, "Ben is here."],
    ["prompts are offered", arriving, choosing, "Round 1 of 2: two prompts to choose from."],
    ["a prompt opens", choosing, speaking, "What changed your mind? Ben’s turn."],
    ["the turn passes", speaking, { ...speaking, speaker: "ana" }, "Ana’s turn. Ben listens, then asks one question."],
    [
      "the prompts are done",
      speaking,
      { ...arriving, phase: "close" },
      "The prompts are done. Say what each of you takes along.",
    ],
    ["it ends", { ...arriving, phase: "close" }, { ...arriving, phase: "over" }, "The session is over. Thank you."],
  ] as const)("is one sentence when %s", (_, before, after, sentence) => {
    expect(announcement(before as SessionView, after as SessionView, say)).toBe(sentence);
  });

  it("is nothing when nothing worth a word changed", () => {
    for (const session of [arriving, choosing, speaking]) {
      expect(announcement(session, { ...session, version: 9 }, say)).toBeNull();
    }
    expect(announcement(speaking, { ...speaking, arrived: ["ana", "ben"] }, say)).toBeNull();
  });
});
