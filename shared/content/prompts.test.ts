import { describe, expect, it } from "vitest";
import { type Stage, stages } from "../domain/cohort.ts";
import { purposes } from "../domain/programme.ts";
import { depthCeiling, type Prompt, promptKinds, themes, topicLabels, whoFirst } from "../domain/prompt.ts";
import { exercises } from "./exercises.ts";
import { library } from "./prompts.ts";
import { readingGrade } from "./prompts-reading-level.ts";
import { fitsEverybody, noDemandOfIdentity, objections, plainEnglish } from "./prompts-wording.ts";

const minutesOf = { opener: [5, 8], core: [10, 12], longer: [15, 15], exercise: [9, 12] } as const;
const longestText = { opener: 115, core: 115, longer: 115, exercise: 160 } as const;
const eachPrompt = library.map((prompt) => [prompt.id, prompt] as const);
const linesOf = ({ text, lighter, followUps }: Prompt) => [text, lighter, ...followUps];
const wordsOf = (line: string) => line.toLowerCase().match(/[\p{L}']+/gu) ?? [];
const of = (stage: Stage) => library.filter((prompt) => prompt.stage === stage);
const themesOf = (prompts: readonly Prompt[]) => new Set(prompts.map((prompt) => prompt.theme));
const unquoted = (line: string) => line.replace(/"[^"]*"/g, "");

describe("the prompt library", () => {
  it("[PROMPT-4] holds exactly one prompt of each kind for each theme of each stage, each with an id of its own", () => {
    const cell = ({ stage, theme, kind }: Pick<Prompt, "stage" | "theme" | "kind">) => `${stage}, ${theme}, ${kind}`;
    const grid = stages.flatMap((stage) =>
      themes.flatMap((theme) => promptKinds.map((kind) => cell({ stage, theme, kind }))),
    );
    expect(library.map(cell).toSorted()).toEqual(grid.toSorted());
    expect(new Set(library.map((prompt) => prompt.id)).size).toBe(120);
  });

  it.each(eachPrompt)("[PROMPT-5] fits the panel and its stage, with questions to ask next: %s", (id, prompt) => {
    expect(id).toMatch(new RegExp(`^${prompt.stage}-${prompt.theme}-[a-z-]+$`));
    expect(prompt.depth).toBeLessThanOrEqual(depthCeiling[prompt.stage]);
    expect(prompt.text.length).toBeLessThanOrEqual(longestText[prompt.kind]);
    expect([2, 3]).toContain(prompt.followUps.length);
    for (const question of prompt.followUps) expect(question).toMatch(/^[A-Z].{0,68}\?$/);
    expect(prompt.text).toMatch(/^[A-Z].*[?.]$/);
    expect(prompt.text.split(/[.?](?= |$)/).filter(Boolean).length).toBeLessThanOrEqual(4);
  });

  it.each(eachPrompt)(
    "[PROMPT-5] has a lighter way to ask it, no longer and milder: %s",
    (_, { text, lighter, kind }) => {
      expect(lighter).not.toBe(text);
      expect(lighter).toMatch(/^[A-Z].*[?.]$/);
      expect(lighter.length).toBeLessThanOrEqual(kind === "exercise" ? Math.min(text.length, 90) : text.length + 15);
      expect(wordsOf(lighter).length).toBeLessThanOrEqual(18);
      expect(lighter).not.toMatch(
        /\b(mistakes?|fail\w*|conflict|fall out|fell out|unsaid|disagree|held? back|feedback|trust)\b/i,
      );
    },
  );

  it("[PROMPT-6] takes the minutes of its kind, and the longer one goes as deep as its stage", () => {
    for (const { id, kind, minutes, stage, depth } of library) {
      const [least, most] = minutesOf[kind];
      expect(minutes, id).toBeGreaterThanOrEqual(least);
      expect(minutes, id).toBeLessThanOrEqual(most);
      if (kind === "longer") expect(depth, id).toBe(depthCeiling[stage]);
      if (kind === "opener") expect(depth, id).toBeLessThanOrEqual(2);
    }
  });

  it.each(eachPrompt)("[PROMPT-7] asks nobody to say what they are, or to be somebody else: %s", (_, prompt) => {
    for (const line of linesOf(prompt)) expect(objections(line, noDemandOfIdentity), line).toEqual([]);
  });

  it.each(eachPrompt)("[PROMPT-8] reads the same whoever asks it, in a pair or a trio: %s", (_, prompt) => {
    for (const line of linesOf(prompt)) expect(objections(line, fitsEverybody), line).toEqual([]);
    for (const line of [prompt.text, prompt.lighter]) expect(unquoted(line)).not.toMatch(/\b(I|me|my|mine|myself)\b/);
  });

  it.each(eachPrompt)("[PROMPT-9] is plain English, read with ease after six years of school: %s", (_, prompt) => {
    for (const line of linesOf(prompt)) expect(objections(line, plainEnglish), line).toEqual([]);
    expect(readingGrade([prompt.text, ...prompt.followUps].join(" "))).toBeLessThanOrEqual(6);
  });

  it("[PROMPT-10] says nothing twice, and no two prompts of a stage begin alike", () => {
    const lines = library.flatMap(linesOf).map((line) => wordsOf(line).join(" "));
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
    for (const stage of stages) {
      const openings = of(stage).map(({ text }) => wordsOf(text).slice(0, 3).join(" "));
      expect(openings.filter((opening, at) => openings.indexOf(opening) !== at)).toEqual([]);
    }
  });

  it("[PROMPT-11] leaves four themes to choose from in every stage, whatever topics are left out and depths not reached", () => {
    for (const stage of stages) {
      const near = of(stage).filter(({ depth }) => depth <= 2);
      expect(themesOf(near).size, stage).toBe(themes.length);
      expect(themesOf(near.filter(({ labels }) => labels.length === 0)).size, stage).toBeGreaterThanOrEqual(4);
    }
  });

  it("[PROMPT-11] names topics, purposes and who shares first from the sets, each of them somewhere and none twice", () => {
    for (const { id, labels, purposes: helped, whoFirst: first } of library) {
      expect(topicLabels, id).toEqual(expect.arrayContaining([...labels]));
      expect(purposes, id).toEqual(expect.arrayContaining([...helped]));
      expect(whoFirst, id).toContain(first);
      expect(labels.length, id).toBeLessThanOrEqual(2);
      expect([new Set(labels).size, new Set(helped).size], id).toEqual([labels.length, helped.length]);
    }
    const named = new Set([...library, ...exercises].flatMap(({ labels }) => labels));
    expect([...named].toSorted()).toEqual(topicLabels.toSorted());
    for (const stage of stages)
      expect([...new Set(of(stage).flatMap((prompt) => prompt.purposes))].toSorted(), stage).toEqual(
        purposes.toSorted(),
      );
  });

  it("[PROMPT-11] lets authority decide who shares first in one prompt of eight, mostly about work and power", () => {
    const marked = library.filter((prompt) => prompt.whoFirst === "more-authority");
    expect(marked.length).toBeGreaterThanOrEqual(12);
    expect(marked.length).toBeLessThanOrEqual(15);
    expect(marked.filter(({ theme }) => theme === "work-and-power").length).toBeGreaterThan(marked.length / 2);
  });
});
