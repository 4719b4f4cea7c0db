import { describe, expect, it } from "vitest";
import { readingGrade, syllablesIn } from "./prompts-reading-level.ts";

describe("the reading level of a prompt", () => {
  it.each([
    ["work", 1],
    ["time", 1],
    ["asked", 1],
    ["wanted", 2],
    ["makes", 1],
    ["changes", 2],
    ["little", 2],
    ["somewhere", 2],
    ["being", 2],
    ["meeting", 2],
    ["people", 2],
    ["idea", 3],
    ["more", 1],
    ["see", 1],
    ["table", 2],
    ["whole", 1],
    ["decision", 3],
    ["organisation", 5],
  ])("[PROMPT-9] counts the syllables of %s: %i", (word, syllables) => {
    expect(syllablesIn(word)).toBe(syllables);
  });

  it("[PROMPT-9] finds short words in short sentences easier than long ones in long sentences", () => {
    const easy = readingGrade("What did you do next? Who was there? What would you do now?");
    const hard = readingGrade(
      "Considering organisational responsibilities holistically, which interdependencies necessitated reprioritisation?",
    );
    expect(easy).toBeLessThan(2);
    expect(hard).toBeGreaterThan(14);
  });

  it("[PROMPT-9] gives a text of ten words with one syllable each, in one sentence, the grade of the formula", () => {
    expect(readingGrade("One two three four five six ten nine eight four.")).toBeCloseTo(0.39 * 10 + 11.8 - 15.59, 6);
  });
});
