import type { Prompt } from "../../../domain/prompt.ts";
import { lensDifference } from "./lens/difference.ts";
import { lensGrowth } from "./lens/growth.ts";
import { lensPartnership } from "./lens/partnership.ts";
import { lensSelf } from "./lens/self.ts";
import { lensWorkAndPower } from "./lens/work-and-power.ts";

/** Session three: the same organisation, seen from two places. */
export const lensPrompts: readonly Prompt[] = [
  ...lensSelf,
  ...lensPartnership,
  ...lensWorkAndPower,
  ...lensDifference,
  ...lensGrowth,
];
