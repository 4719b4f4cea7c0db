import type { LibraryPromptView, PromptWords } from "../../../shared/contract/prompts.ts";
import { type Depth, depthCeiling } from "../../../shared/domain/prompt.ts";

/** How many questions a prompt has at most, and how long its lines are at most, in characters. */
export const limits = { followUps: 4, text: 160, followUp: 140, lighter: 160, topics: 5 } as const;

/** The minutes that a prompt may take. */
export const offeredMinutes: readonly number[] = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/** What a coordinator begins a new prompt with. */
export const blankWords: PromptWords = {
  stage: "agree",
  theme: "self",
  kind: "core",
  depth: 1,
  minutes: 10,
  whoFirst: "alternate",
  text: "",
  followUps: ["", ""],
  lighter: "",
  labels: [],
  purposes: [],
};

/** A kept prompt's words, to be changed. */
export const wordsOf = (prompt: LibraryPromptView): PromptWords => ({
  stage: prompt.stage,
  theme: prompt.theme,
  kind: prompt.kind,
  depth: prompt.depth,
  minutes: prompt.minutes,
  whoFirst: prompt.whoFirst,
  text: prompt.text,
  followUps: [...prompt.followUps],
  lighter: prompt.lighter,
  labels: [...prompt.labels],
  purposes: [...prompt.purposes],
});

/** The words as they are sent: without empty questions and stray spaces. */
export const sentWords = (words: PromptWords): PromptWords => ({
  ...words,
  text: words.text.trim(),
  lighter: words.lighter.trim(),
  followUps: words.followUps.map((question) => question.trim()).filter((question) => question !== ""),
});

/** Whether both would be kept as the same. */
export const areSame = (one: PromptWords, other: PromptWords): boolean =>
  JSON.stringify(wordsInOrder(one)) === JSON.stringify(wordsInOrder(other));

const wordsInOrder = (words: PromptWords): readonly unknown[] => {
  const { stage, theme, kind, depth, minutes, whoFirst, text, followUps, lighter, labels, purposes } = sentWords(words);
  return [
    [stage, theme, kind, depth, minutes, whoFirst, text, lighter],
    followUps,
    labels.toSorted(),
    purposes.toSorted(),
  ];
};

/** What still has to be written before the words can be kept. */
export function missingIn(words: PromptWords): readonly ("text" | "followUps" | "lighter")[] {
  const { text, followUps, lighter } = sentWords(words);
  return [
    ...(text === "" ? (["text"] as const) : []),
    ...(followUps.length === 0 ? (["followUps"] as const) : []),
    ...(lighter === "" ? (["lighter"] as const) : []),
  ];
}

/** The words at another stage, no deeper than it goes. */
export function atStage(words: PromptWords, stage: PromptWords["stage"]): PromptWords {
  const depth: Depth = words.depth < depthCeiling[stage] ? words.depth : depthCeiling[stage];
  return { ...words, stage, depth };
}
