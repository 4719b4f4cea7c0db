import { describe, expect, it } from "vitest";
import { stages } from "../domain/cohort.ts";
import { pairBookingReasons } from "../domain/cohort-booking.ts";
import { themes, topicLabels } from "../domain/prompt.ts";
import { cohortBookingMessages } from "./cohort-booking-messages.ts";
import { everyViewMessages } from "./every-view-messages.ts";
import { meetingMessages } from "./meeting-messages.ts";
import { panelEndMessages } from "./panel-end-messages.ts";
import { panelLayersMessages } from "./panel-layers-messages.ts";
import { panelMessages } from "./panel-messages.ts";
import { promptsEditorMessages } from "./prompts-editor-messages.ts";
import { promptsMessages } from "./prompts-messages.ts";
import {
  aboutMessages,
  checkInMessages,
  connectionMessages,
  homeMessages,
  journalMessages,
  programmeMessages,
} from "./tab-messages.ts";

const catalogues = {
  aboutMessages,
  checkInMessages,
  cohortBookingMessages,
  connectionMessages,
  everyViewMessages,
  homeMessages,
  journalMessages,
  meetingMessages,
  panelEndMessages,
  panelLayersMessages,
  panelMessages,
  programmeMessages,
  promptsEditorMessages,
  promptsMessages,
};

/** Every string in a catalogue, those of functions with names and numbers filled in. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return filled(value as (...given: unknown[]) => string);
  return Object.values(value as object).flatMap(sentences);
}

/** A message names one person, several people or a number; what it was written for is found by trying. */
function filled(message: (...given: unknown[]) => string): readonly string[] {
  const given = [["Ben"], "Ben", 3];
  for (const first of given) {
    for (const second of given) {
      try {
        const words = message(first, second, "Ben");
        if (typeof words === "string") return [words];
      } catch {
        // Not what this message is given.
      }
    }
  }
  return [];
}

describe.each(Object.entries(catalogues))("the tab's words: %s", (_, messagesIn) => {
  const words = sentences(messagesIn("en-GB"));

  it("has no empty sentence", () => {
    expect(words.length).toBeGreaterThan(0);
    for (const sentence of words) expect(sentence.trim()).not.toBe("");
  });

  it("speaks of people by name and as equals, without long dashes", () => {
    for (const sentence of words) expect(sentence).not.toMatch(/\b(he|she|his|her|mentee|mentor)\b|—/i);
  });

  it("stands in English for a language that isn't there", () => {
    expect(messagesIn("xx-XX")).toBe(messagesIn("en"));
  });
});

describe("the tab's words", () => {
  it("name every stage, every theme and every reason", () => {
    for (const stage of stages) expect(everyViewMessages("en").stages[stage]).toMatch(/^[A-Z]/);
    for (const reason of pairBookingReasons) expect(cohortBookingMessages("en").reasons[reason]).toMatch(/^[A-Z].*\.$/);
    for (const theme of themes) expect(panelMessages("en").themes[theme]).toMatch(/^[A-Z]/);
    for (const theme of themes) expect(promptsMessages("en").themes[theme]).toMatch(/^[A-Z]/);
    for (const topic of topicLabels) expect(promptsMessages("en").topicName(topic)).toMatch(/^[A-Z]/);
  });

  it("[PROMPT-18] ask for the deepest prompts whether the pair has held its mid review, and say so where they are read", () => {
    const { ready, readyLead, readyYes, midReview } = meetingMessages("en");
    expect([ready(4), readyYes(4)]).toEqual([
      "Have you looked back together, and are you ready for more?",
      "Yes, we looked back and I’m ready",
    ]);
    expect(readyLead(4)).toContain("mid review");
    expect(midReview.length).toBeGreaterThan(2);
    for (const words of [ready(3), readyLead(3), readyYes(3)]) expect(words).not.toMatch(/look|review/);
    expect(promptsMessages("en").deeper(4, ["Ben"])).toBe(
      "This goes deepest. It is offered after your mid review, which follows session three, once you and Ben have both said that you held it and are ready.",
    );
    expect(promptsMessages("en").deeper(3, ["Ben"])).toContain("two sessions");
  });

  it("speak of a pair and of a trio", () => {
    const say = homeMessages("en");
    expect(say.nextTitle("Thursday", "10:00", ["Ben"])).toBe("Thursday at 10:00, with Ben");
    expect(say.nextTitle("Thursday", "10:00", ["Ben", "Chidi"])).toBe("Thursday at 10:00, with Ben and Chidi");
    expect(everyViewMessages("en").youAnd(["Ben", "Chidi"])).toBe("You, Ben and Chidi");
    expect(say.details(["16:00 for Ben", "session three", "60 minutes"])).toBe(
      "16:00 for Ben · session three · 60 minutes",
    );
    expect(say.details(["session three", "60 minutes"])).toBe("Session three · 60 minutes");
  });
});
