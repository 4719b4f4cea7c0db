import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import type { Stage } from "../../../shared/domain/cohort.ts";
import { findablePrompt, fits } from "../prompts/find-prompts.ts";

/** Which part of the library a coordinator looks at. */
export const shownParts = ["offered", "own", "built-in", "retired", "all"] as const;
export type Shown = (typeof shownParts)[number];

/** What a coordinator looks for. */
export interface Look {
  readonly shown: Shown;
  readonly stage: Stage | null;
  readonly words: string;
}

const isOfPart: Readonly<Record<Shown, (prompt: EditorPromptView) => boolean>> = {
  offered: ({ isRetired }) => !isRetired,
  own: ({ isOwn }) => isOwn,
  "built-in": ({ isOwn }) => !isOwn,
  retired: ({ isRetired }) => isRetired,
  all: () => true,
};

/** Whether the prompt is among what is looked for. */
export const isShown = (prompt: EditorPromptView, { shown, stage, words }: Look): boolean =>
  isOfPart[shown](prompt) && fits(findablePrompt(prompt), { stage, theme: null, topic: null, words });
