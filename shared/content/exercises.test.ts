import { describe, expect, it } from "vitest";
import { stages } from "../domain/cohort.ts";
import type { Exercise } from "../domain/exercise.ts";
import { depthCeiling, themes, topicLabels } from "../domain/prompt.ts";
import { exercises } from "./exercises.ts";
import { library } from "./prompts.ts";
import { readingGrade } from "./prompts-reading-level.ts";
import { fitsEverybody, noDemandOfIdentity, objections, plainEnglish } from "./prompts-wording.ts";

const eachExercise = exercises.map((exercise) => [exercise.id, exercise] as const);
const stepsOf = ({ steps }: Exercise) => steps.map(({ text }) => text);
const linesOf = (exercise: Exercise) => [exercise.title, exercise.about, exercise.lighter, ...stepsOf(exercise)];
const unquoted = (line: string) => line.replace(/"[^"]*"/g, "");

describe("the exercises", () => {
  it("[PROMPT-12] are twelve, of every theme, with ids and lines that no other exercise or prompt has", () => {
    expect(exercises).toHaveLength(12);
    expect(new Set(exercises.map(({ theme }) => theme))).toEqual(new Set(themes));
    const ids = [...exercises, ...library].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const lines = exercises.flatMap(linesOf).concat(library.flatMap(({ text, lighter }) => [text, lighter]));
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
  });

  it("[PROMPT-12] are three or more for every stage, also for a pair that goes no deeper than an experience", () => {
    for (const stage of stages) {
      const near = exercises.filter((exercise) => exercise.stages.includes(stage) && exercise.depth <= 2);
      expect(near.length, stage).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(eachExercise)(
    "[PROMPT-12] has steps whose minutes make up its own, no deeper than its stages: %s",
    (id, exercise) => {
      expect(id).toMatch(/^exercise-[a-z-]+$/);
      expect([3, 4, 5]).toContain(exercise.steps.length);
      expect(exercise.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(exercise.minutes);
      expect(exercise.minutes).toBeGreaterThanOrEqual(9);
      expect(exercise.minutes).toBeLessThanOrEqual(12);
      for (const { minutes } of exercise.steps) expect(minutes).toBeGreaterThanOrEqual(1);
      expect(exercise.stages.length).toBeGreaterThanOrEqual(1);
      for (const stage of exercise.stages) expect(exercise.depth).toBeLessThanOrEqual(depthCeiling[stage]);
      expect(exercise.steps.some(({ who }) => who === "in-turn")).toBe(true);
      expect(topicLabels).toEqual(expect.arrayContaining([...exercise.labels]));
    },
  );

  it.each(eachExercise)("[PROMPT-12] fits the panel, step by step: %s", (_, exercise) => {
    expect(exercise.title.length).toBeLessThanOrEqual(32);
    expect(exercise.about).toMatch(/^[A-Z][^.]{20,100}\.$/);
    expect(exercise.lighter).toMatch(/^[A-Z].{20,108}[.?]$/);
    for (const text of stepsOf(exercise)) {
      expect(text).toMatch(/^[A-Z].*[.?]$/);
      expect(text.length).toBeLessThanOrEqual(125);
    }
  });

  it.each(eachExercise)("[PROMPT-7] asks nobody to say what they are, or to be somebody else: %s", (_, exercise) => {
    for (const line of linesOf(exercise)) expect(objections(line, noDemandOfIdentity), line).toEqual([]);
  });

  it.each(eachExercise)("[PROMPT-8] reads the same whoever asks it, in a pair or a trio: %s", (_, exercise) => {
    for (const line of linesOf(exercise)) {
      expect(objections(line, fitsEverybody), line).toEqual([]);
      expect(unquoted(line)).not.toMatch(/\b(I|me|my|mine|myself)\b/);
    }
  });

  it.each(eachExercise)("[PROMPT-9] is plain English, read with ease after six years of school: %s", (_, exercise) => {
    for (const line of linesOf(exercise)) expect(objections(line, plainEnglish), line).toEqual([]);
    expect(readingGrade(stepsOf(exercise).join(" "))).toBeLessThanOrEqual(6);
  });
});
