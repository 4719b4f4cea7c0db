import type { Prompt } from "../../../domain/prompt.ts";
import { changeDifference } from "./change/difference.ts";
import { changeGrowth } from "./change/growth.ts";
import { changePartnership } from "./change/partnership.ts";
import { changeSelf } from "./change/self.ts";
import { changeWorkAndPower } from "./change/work-and-power.ts";

/** Session five: something to do differently, near enough to reach. */
export const changePrompts: readonly Prompt[] = [
  ...changeSelf,
  ...changePartnership,
  ...changeWorkAndPower,
  ...changeDifference,
  ...changeGrowth,
];
