import type { Stage } from "./cohort.ts";
import type { Depth, PromptId, Theme, TopicLabel } from "./prompt.ts";

/** Something the pair does together, step by step. Its id shares the prompts' space, so that "met before" is one question. */
export interface Exercise {
  readonly id: PromptId;
  readonly title: string;
  /** What it is good for, in one sentence. */
  readonly about: string;
  readonly theme: Theme;
  /** The stages it suits. */
  readonly stages: readonly Stage[];
  readonly depth: Depth;
  /** For all its steps together. */
  readonly minutes: number;
  readonly steps: readonly ExerciseStep[];
  /** The same, opened less far: what to do instead, in one or two sentences. */
  readonly lighter: string;
  readonly labels: readonly TopicLabel[];
}

export interface ExerciseStep {
  readonly text: string;
  readonly minutes: number;
  /** Together, or each in turn with whoever opens first. */
  readonly who: "together" | "in-turn";
}
