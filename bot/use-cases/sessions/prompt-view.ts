import type { PromptView } from "../../../shared/contract/prompts.ts";
import type { ExerciseView } from "../../../shared/contract/sessions.ts";
import type { Exercise } from "../../../shared/domain/exercise.ts";
import type { Prompt } from "../../../shared/domain/prompt.ts";

/** A prompt as panels show it. */
export const promptView = ({ id, theme, minutes, labels, text, followUps, lighter }: Prompt): PromptView => ({
  id,
  theme,
  minutes,
  labels: [...labels],
  text,
  followUps: [...followUps],
  lighter,
});

/** An exercise as panels show it. */
export const exerciseView = ({ id, title, about, theme, minutes, labels, steps, lighter }: Exercise): ExerciseView => ({
  id,
  title,
  about,
  theme,
  minutes,
  labels: [...labels],
  steps: steps.map((step) => ({ text: step.text, minutes: step.minutes, who: step.who })),
  lighter,
});
