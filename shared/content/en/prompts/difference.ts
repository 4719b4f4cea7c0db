import type { Prompt } from "../../../domain/prompt.ts";
import { differenceDifference } from "./difference/difference.ts";
import { differenceGrowth } from "./difference/growth.ts";
import { differencePartnership } from "./difference/partnership.ts";
import { differenceSelf } from "./difference/self.ts";
import { differenceWorkAndPower } from "./difference/work-and-power.ts";

/** Session four: where we stand apart, and what that is good for. */
export const differencePrompts: readonly Prompt[] = [
  ...differenceSelf,
  ...differencePartnership,
  ...differenceWorkAndPower,
  ...differenceDifference,
  ...differenceGrowth,
];
