import type { Stage } from "./cohort.ts";
import type { Id } from "./id.ts";
import type { Purpose } from "./programme.ts";

export type PromptId = Id<"prompt">;

export const themes = ["self", "partnership", "work-and-power", "difference", "growth"] as const;
export type Theme = (typeof themes)[number];

/** How deep a prompt goes: a preference, an experience, a meaning or mistake, or us, now. */
export const depths = [1, 2, 3, 4] as const;
export type Depth = (typeof depths)[number];

/** Who speaks first on a prompt: by alternation, the one with more authority here as the pair says, or whoever likes. */
export const whoFirst = ["alternate", "more-authority", "either"] as const;
export type WhoFirst = (typeof whoFirst)[number];

/** What a prompt is in its cell of stage and theme: a way in, the heart of it, a longer look, or something to do together. */
export const promptKinds = ["opener", "core", "longer", "exercise"] as const;
export type PromptKind = (typeof promptKinds)[number];

/** Plain words for what may come up. A person may leave a topic out of all offers, and nobody is told. */
export const topicLabels = [
  "mistakes",
  "conflict",
  "feedback",
  "recognition",
  "career",
  "pay-and-reward",
  "workload",
  "home-life",
  "health",
  "age-and-experience",
  "belonging",
  "authority",
  "trust",
  "change",
  "endings",
] as const;
export type TopicLabel = (typeof topicLabels)[number];

/** Something worth talking about, that works in both directions and demands nobody's identity. */
export interface Prompt {
  readonly id: PromptId;
  readonly stage: Stage;
  readonly theme: Theme;
  readonly kind: PromptKind;
  readonly depth: Depth;
  /** For everyone's turn together. */
  readonly minutes: number;
  readonly whoFirst: WhoFirst;
  readonly text: string;
  readonly followUps: readonly string[];
  /** The same door, opened less far. */
  readonly lighter: string;
  readonly labels: readonly TopicLabel[];
  readonly purposes: readonly Purpose[];
}

/** The deepest prompt each stage offers. */
export const depthCeiling: Readonly<Record<Stage, Depth>> = {
  agree: 2,
  story: 2,
  lens: 3,
  difference: 4,
  change: 4,
  close: 3,
};
