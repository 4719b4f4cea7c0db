import type { Prompt } from "../../../domain/prompt.ts";
import { agreeDifference } from "./agree/difference.ts";
import { agreeGrowth } from "./agree/growth.ts";
import { agreePartnership } from "./agree/partnership.ts";
import { agreeSelf } from "./agree/self.ts";
import { agreeWorkAndPower } from "./agree/work-and-power.ts";

/** Session one: what we want from this, and how we will treat it. */
export const agreePrompts: readonly Prompt[] = [
  ...agreeSelf,
  ...agreePartnership,
  ...agreeWorkAndPower,
  ...agreeDifference,
  ...agreeGrowth,
];
