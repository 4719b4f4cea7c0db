import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { LibraryPromptView, PromptView } from "../../../shared/contract/prompts.ts";
import { type Stage, stageOf } from "../../../shared/domain/cohort.ts";
import { usualDepth } from "../../../shared/domain/depth.ts";
import { type Depth, depthCeiling, type TopicLabel } from "../../../shared/domain/prompt.ts";

/** Who reads the prompts, and what they may be brought to. */
export interface Reading {
  /** Names of the others in the pair; none where the reader has no pair. */
  readonly partners: readonly string[];
  /** The stage of the pair's next session. */
  readonly stage: Stage;
  /** The check-in that a prompt can be brought to. */
  readonly checkIn: CheckInView | null;
  /** What the reader brings to it. */
  readonly brought: PromptView | null;
  /** How deep the pair goes so far. */
  readonly openDepth: Depth;
  readonly favourites: readonly string[];
  readonly muted: readonly TopicLabel[];
}

/** The topics of a prompt that the reader leaves out. */
export const mutedOf = ({ labels }: Pick<LibraryPromptView, "labels">, { muted }: Pick<Reading, "muted">) =>
  labels.filter((label) => muted.includes(label));

/**
 * Why a prompt can't come up in the next check-in, or `null` where it can be brought to it. "not-yet" is deeper than the pair goes so far,
 * "too-deep" deeper than that session goes with anybody.
 */
export function whyNotBrought(
  prompt: Pick<LibraryPromptView, "labels" | "depth">,
  reading: Pick<Reading, "checkIn" | "openDepth" | "muted">,
): "no-check-in" | "left-out" | "not-yet" | "too-deep" | null {
  if (!reading.checkIn) return "no-check-in";
  if (mutedOf(prompt, reading).length > 0) return "left-out";
  if (prompt.depth > Math.max(reading.openDepth, usualDepth)) return "not-yet";
  return prompt.depth > depthCeiling[stageOf(reading.checkIn.number)] ? "too-deep" : null;
}
