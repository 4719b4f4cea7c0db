import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { LibraryPromptView, PromptView } from "../../../shared/contract/prompts.ts";
import type { Stage } from "../../../shared/domain/cohort.ts";
import { whyNotBrought } from "../../../shared/domain/library/bringing.ts";
import type { Depth, TopicLabel } from "../../../shared/domain/prompt.ts";

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

/** Why a prompt can't be brought to the next check-in, or `null` where it can. */
export function whyNotToNext(
  prompt: Pick<LibraryPromptView, "labels" | "depth">,
  { checkIn, ...reading }: Pick<Reading, "checkIn" | "openDepth" | "muted">,
): "no-check-in" | ReturnType<typeof whyNotBrought> {
  return checkIn ? whyNotBrought(prompt, { ...reading, number: checkIn.number }) : "no-check-in";
}
