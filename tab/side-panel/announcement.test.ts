import { describe, expect, it } from "vitest";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { announcement } from "./announcement.ts";
import { ana, arriving, asking, ben, chidi, choosing, exercise, later, prompt, speaking } from "./testing/views.ts";

const { say } = panelMessages("en");
const heard = (before: SessionView, after: SessionView, me = "ana") => announcement(before, after, me, say);
const exercising = later(asking, { phase: "exercise", prompt: null, speaker: null, exercise });
const writing = later(asking, { phase: "appreciate", prompt: null, speaker: null });
const of = (session: SessionView, change: Partial<SessionView>): SessionView => ({
  ...session,
  version: session.version + 1,
  ...change,
});

describe("what a screen reader hears of a session", () => {
  it.each<[string, SessionView, SessionView, string]>([
    ["someone arrives", arriving, of(arriving, { arrived: ["ana", "ben"] }), "Ben is here."],
    ["it begins", arriving, later(arriving, { phase: "since" }), "Since last time: what came of it?"],
    ["prompts are offered", arriving, choosing, "Round 1 of 2: prompts to choose from."],
    [
      "a prompt was left",
      speaking,
      later(speaking, { ...choosing, hasLeft: true, version: 9, stepSince: 9 }),
      "Leaving this one. Two other prompts.",
    ],
    [
      "each names who",
      choosing,
      later(choosing, { phase: "who-first", prompt }),
      "Who has more authority here? Each answers privately.",
    ],
    ["a prompt opens", choosing, speaking, "What changed your mind? Ben’s turn."],
    ["a question is due", speaking, asking, "A question from Ana."],
    [
      "the turn passes",
      asking,
      later(asking, { phase: "turn", speaker: "ana" }),
      "Ana’s turn. Ben listens, then asks one question.",
    ],
    [
      "the lighter twin is taken",
      speaking,
      later(speaking, { isLight: true }),
      "The lighter way in: What surprised you lately?",
    ],
    ["an exercise begins", asking, exercising, "Exercise: Swap the map."],
    ["its next step begins", exercising, later(exercising, { exerciseStep: 1 }), "Step 2: Tell who is missing."],
    ["each writes", asking, writing, "Appreciations: each writes apart."],
    ["somebody has finished", writing, of(writing, { ready: ["ben"] }), "Ben has finished."],
    [
      "all have",
      of(writing, { ready: ["ben"] }),
      later(writing, { ready: ["ana", "ben"] }),
      "Everyone has finished. Here is what was written.",
    ],
    [
      "something is shared",
      arriving,
      of(arriving, { carryOvers: [{ author: "ben", text: "It was a no." }] }),
      "Ben shares what came of last time.",
    ],
    ["the stage is taken", speaking, of(speaking, { staging: "staged" }), "The prompt is on the stage."],
    [
      "the stage is cleared",
      of(speaking, { staging: "staged" }),
      of(speaking, { staging: "unavailable" }),
      "The stage is clear.",
    ],
    ["it ends", writing, later(writing, { phase: "over" }), "The session is over. Thank you."],
  ])("is one sentence when %s", (_, before, after, sentence) => {
    expect(heard(before, after)).toBe(sentence);
  });

  it("names all who ask, in a trio", () => {
    const three = later(asking, { members: [ana, ben, chidi] });
    expect(heard(speaking, three)).toBe("A question each from Ana and Chidi.");
  });

  it("is nothing when nothing worth a word changed, or when it is one's own", () => {
    for (const session of [arriving, choosing, speaking, writing]) {
      expect(heard(session, of(session, {}))).toBeNull();
    }
    expect(heard(writing, of(writing, { ready: ["ben"] }), "ben")).toBeNull();
    expect(heard(of(writing, { ready: ["ben"] }), writing)).toBeNull();
    expect(heard(speaking, of(speaking, { staging: "offered" }))).toBeNull();
  });
});
