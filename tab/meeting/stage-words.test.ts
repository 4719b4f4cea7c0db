import { describe, expect, it } from "vitest";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { stepsFrom } from "./stage-controls.tsx";
import { sizeOf, speaking, stageCaption, stageWords } from "./stage-words.ts";

const say = meetingMessages("en");
const ana = { id: "ana", name: "Ana", voice: "voice-1", timeZone: "Europe/London" } as const;
const ben = { id: "ben", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" } as const;
const chidi = { id: "chidi", name: "Chidi", voice: "voice-3", timeZone: "Europe/Stockholm" } as const;
const prompt = { text: "Whose ideas travel furthest?", lighter: "When did an idea of yours travel?" };
const steps = ["Draw it.", "Show it."].map((text) => ({ text, minutes: 2, who: "together" }));

const session = (over: object): SessionView =>
  ({
    members: [ana, ben],
    opener: "ben",
    phase: "turn",
    prompt,
    isLight: false,
    speaker: "ben",
    spoken: [],
    exercise: { title: "Two maps", steps },
    exerciseStep: 0,
    appreciations: [{ author: "ana", text: "You let the silence run." }],
    carryOvers: [{ author: "ben", text: "I asked twice." }],
    ...over,
  }) as unknown as SessionView;

const captions = (view: SessionView) => view.members.map(({ id, name }) => stageCaption(view, id, name, say));
const controls = (view: SessionView) => stepsFrom(view, say).map(([type]) => type);

describe("the stage", () => {
  it("[STAGE-1] shows the prompt, or its lighter twin, and whose turn it is", () => {
    expect(stageWords(session({}), say)).toEqual({ above: null, large: prompt.text });
    expect(stageWords(session({ isLight: true }), say).large).toBe(prompt.lighter);
    expect(captions(session({}))).toEqual(["Ana", "Ben’s turn"]);
    expect(speaking(session({}))).toEqual(["ben"]);
  });

  it("[STAGE-1] shows who asks after a turn, in a pair and in a trio", () => {
    expect(captions(session({ phase: "follow-up" }))).toEqual(["Ana asks", "Ben"]);
    const trio = session({ phase: "follow-up", members: [ana, ben, chidi] });
    expect(captions(trio)).toEqual(["Ana asks", "Ben", "Chidi asks"]);
    expect(speaking(trio)).toEqual(["ana", "chidi"]);
  });

  it("[STAGE-1] shows the exercise step by step", () => {
    const words = stageWords(session({ phase: "exercise", speaker: null, exerciseStep: 1 }), say);
    expect(words).toEqual({ above: "Two maps · Step 2 of 2 · Together", large: "Show it." });
  });

  it.each(["since", "appreciate", "learn", "book", "over", "arrive", "choose", "who-first"])(
    "[STAGE-4] shows nothing that somebody typed in the part %s",
    (phase) => {
      const { large } = stageWords(session({ phase, speaker: null }), say);
      expect(large).not.toBe("");
      expect(large).not.toMatch(/silence|twice|Ana|Ben/);
    },
  );

  it("[STAGE-1] lets either go on from where the session is", () => {
    expect(controls(session({}))).toEqual(["ask", "change-over"]);
    expect(controls(session({ phase: "follow-up" }))).toEqual(["change-over"]);
    expect(stepsFrom(session({ spoken: ["ana"] }), say)[1]?.[1]).toBe("That’s both of us");
    expect(controls(session({ phase: "exercise" }))).toEqual(["next-step"]);
    expect(controls(session({ phase: "exercise", exerciseStep: 1 }))).toEqual(["step-back"]);
    expect(controls(session({ phase: "appreciate" }))).toEqual([]);
  });

  it("[STAGE-3] sets long words smaller, so that they fit", () => {
    expect(["x".repeat(90), "x".repeat(91), "x".repeat(160)].map(sizeOf)).toEqual(["largest", "large", "long"]);
  });
});
