import type { Prompt } from "../../../domain/prompt.ts";
import { closeDifference } from "./close/difference.ts";
import { closeGrowth } from "./close/growth.ts";
import { closePartnership } from "./close/partnership.ts";
import { closeSelf } from "./close/self.ts";
import { closeWorkAndPower } from "./close/work-and-power.ts";

/** Session six: what each takes away, and what goes on. */
export const closePrompts: readonly Prompt[] = [
  ...closeSelf,
  ...closePartnership,
  ...closeWorkAndPower,
  ...closeDifference,
  ...closeGrowth,
];
