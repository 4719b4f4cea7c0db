import type { Prompt } from "../domain/prompt.ts";
import { agreePrompts } from "./en/prompts/agree.ts";
import { changePrompts } from "./en/prompts/change.ts";
import { closePrompts } from "./en/prompts/close.ts";
import { differencePrompts } from "./en/prompts/difference.ts";
import { lensPrompts } from "./en/prompts/lens.ts";
import { storyPrompts } from "./en/prompts/story.ts";

/** Every prompt, stage by stage. */
export const library: readonly Prompt[] = [
  ...agreePrompts,
  ...storyPrompts,
  ...lensPrompts,
  ...differencePrompts,
  ...changePrompts,
  ...closePrompts,
];
