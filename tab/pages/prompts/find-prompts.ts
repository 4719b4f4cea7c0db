import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { type Stage, stages } from "../../../shared/domain/cohort.ts";
import { type Theme, type TopicLabel, themes } from "../../../shared/domain/prompt.ts";

/** What somebody looks for; `null` is anything. */
export interface Wish {
  readonly stage: Stage | null;
  readonly theme: Theme | null;
  readonly topic: TopicLabel | null;
  /** All of these words, in any order. */
  readonly words: string;
}

/** What can be looked for: a prompt, or an exercise. */
export interface Findable {
  readonly stages: readonly Stage[];
  readonly theme: Theme;
  readonly labels: readonly TopicLabel[];
  readonly lines: readonly string[];
}

/** A prompt as it is looked for: in its text, its questions and its lighter twin. */
export const findablePrompt = ({ stage, theme, labels, text, followUps, lighter }: LibraryPromptView): Findable => ({
  stages: [stage],
  theme,
  labels,
  lines: [text, ...followUps, lighter],
});

/** Whether it is what is looked for. Case and accents don't count. */
export function fits({ stages: at, theme, labels, lines }: Findable, wish: Wish): boolean {
  const text = plain(lines.join(" "));
  return (
    (wish.stage === null || at.includes(wish.stage)) &&
    (wish.theme === null || wish.theme === theme) &&
    (wish.topic === null || labels.includes(wish.topic)) &&
    plain(wish.words)
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

const plain = (words: string): string =>
  words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase().trim();

/** Stage by stage, theme by theme; otherwise as they came. */
export const inOrder = <Prompt extends Pick<LibraryPromptView, "stage" | "theme">>(prompts: readonly Prompt[]) =>
  prompts.toSorted((one, other) => place(one) - place(other));

const place = ({ stage, theme }: Pick<LibraryPromptView, "stage" | "theme">): number =>
  stages.indexOf(stage) * themes.length + themes.indexOf(theme);

/** What follows each other under one heading: a theme within one stage, a stage otherwise. */
export function groupsOf<Prompt extends Pick<LibraryPromptView, "stage" | "theme">>(
  prompts: readonly Prompt[],
  by: "stage" | "theme",
): readonly { readonly key: Stage | Theme; readonly prompts: readonly Prompt[] }[] {
  const keys = new Set(prompts.map((prompt) => prompt[by]));
  return [...keys].map((key) => ({ key, prompts: prompts.filter((prompt) => prompt[by] === key) }));
}
