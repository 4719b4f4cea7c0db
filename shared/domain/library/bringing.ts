import { stageOf } from "../cohort.ts";
import { type Depth, depthCeiling, type Prompt, type TopicLabel } from "../prompt.ts";

/** What the bringer may know of the session that a prompt is brought to. What the others leave out is nobody's to learn. */
export interface BroughtTo {
  readonly number: number;
  /** How deep the pair goes now. */
  readonly openDepth: Depth;
  /** The topics that the bringer leaves out. */
  readonly muted: readonly TopicLabel[];
}

/**
 * Why a prompt can't be brought to a session, as it would not be offered there; `null` where it can. "not-yet" is deeper than the pair goes so
 * far, "too-deep" deeper than that session goes with anybody.
 */
export function whyNotBrought(
  { labels, depth }: Pick<Prompt, "labels" | "depth">,
  { number, openDepth, muted }: BroughtTo,
): "left-out" | "not-yet" | "too-deep" | null {
  if (labels.some((label) => muted.includes(label))) return "left-out";
  if (depth > openDepth) return "not-yet";
  return depth > depthCeiling[stageOf(number)] ? "too-deep" : null;
}
