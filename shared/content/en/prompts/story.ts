import type { Prompt } from "../../../domain/prompt.ts";
import { storyDifference } from "./story/difference.ts";
import { storyGrowth } from "./story/growth.ts";
import { storyPartnership } from "./story/partnership.ts";
import { storySelf } from "./story/self.ts";
import { storyWorkAndPower } from "./story/work-and-power.ts";

/** Session two: how each came to be here. */
export const storyPrompts: readonly Prompt[] = [
  ...storySelf,
  ...storyPartnership,
  ...storyWorkAndPower,
  ...storyDifference,
  ...storyGrowth,
];
