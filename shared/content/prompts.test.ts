import { describe, expect, it } from "vitest";
import { stages } from "../domain/cohort.ts";
import { depthCeiling, offerPrompts, themes } from "../domain/prompt.ts";
import { library } from "./prompts.ts";

const banned = /\b(mentor|mentee|diversity|privilege|imagine you are|bias)\b|—|–/i;
const words = (text: string) => text.split(/\s+/).length;

describe("the prompt library", () => {
  it("[PROMPT-4] has at least one prompt for each theme of each stage", () => {
    for (const stage of stages)
      for (const theme of themes)
        expect(
          library.some((prompt) => prompt.stage === stage && prompt.theme === theme),
          `${stage}, ${theme}`,
        ).toBe(true);
    expect(new Set(library.map((prompt) => prompt.id)).size).toBe(library.length);
  });

  it.each(library.map((prompt) => [prompt.id, prompt] as const))(
    "[PROMPT-5] reads well in the panel, both ways round: %s",
    (_, prompt) => {
      expect(prompt.depth).toBeLessThanOrEqual(depthCeiling[prompt.stage]);
      expect(prompt.text.length).toBeLessThanOrEqual(115);
      expect(prompt.text).toMatch(/[?.]$/);
      expect(prompt.minutes).toBeGreaterThanOrEqual(5);
      expect(prompt.minutes).toBeLessThanOrEqual(15);
      expect(prompt.followUps.length).toBeGreaterThanOrEqual(2);
      for (const line of [prompt.text, prompt.lighter, ...prompt.followUps]) {
        expect(line).not.toMatch(banned);
        expect(words(line)).toBeLessThanOrEqual(22);
      }
    },
  );

  it("[PROMPT-5] has a lighter way to ask each, shorter or plainer than the prompt itself", () => {
    for (const prompt of library) {
      expect(prompt.lighter).not.toBe(prompt.text);
      expect(prompt.lighter.length).toBeLessThanOrEqual(prompt.text.length + 15);
      expect(prompt.lighter).toMatch(/[?.]$/);
    }
  });

  it("[PROMPT-1] offers two at every stage, wherever a pair starts to look", () => {
    for (const stage of stages)
      for (let turn = 0; turn < 97; turn += 1)
        expect(offerPrompts(library, { stage, seen: new Set(), depth: 2, turn })).toHaveLength(2);
  });
});
