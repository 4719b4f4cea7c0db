import type { Stage } from "./cohort.ts";
import type { Exercise } from "./exercise.ts";
import type { Purpose } from "./programme.ts";
import { type Depth, depthCeiling, type Prompt, type PromptId, type PromptKind, type TopicLabel } from "./prompt.ts";

/** What decides what a pair may be offered. */
export interface Wanted {
  readonly stage: Stage;
  /** Met before by any of the pair, or opened or set aside today. */
  readonly seen: ReadonlySet<PromptId>;
  /** The deepest that is open to the pair. */
  readonly depth: Depth;
  /** Topics that any of the pair leaves out. */
  readonly muted: ReadonlySet<TopicLabel>;
  /** Where in the library the pair looks, from 0, so that not every pair meets the same. */
  readonly turn: number;
}

export interface WantedPrompts extends Wanted {
  /** From 1. */
  readonly round: number;
  /** What the programme is for. */
  readonly purposes: readonly Purpose[];
  /** What the pair brought to the check-in; of whatever stage. */
  readonly brought: readonly PromptId[];
}

/**
 * Two prompts to choose from: those that were brought first, then prompts of the stage, of different themes where possible. One of the two, no
 * more, is preferred for the programme's purposes; the first round leans to ways in, later ones to longer looks.
 *
 * Prompts that were met come back rather than leaving the pair without a choice. What is muted or too deep never does, so there may be fewer than two.
 */
export function offerPrompts(prompts: readonly Prompt[], wanted: WantedPrompts): readonly Prompt[] {
  const suiting = prompts.filter((prompt) => suits(prompt, wanted));
  const isFresh = ({ id }: Prompt) => !wanted.seen.has(id);
  const leans = ({ kind }: Prompt) => kindsFor(wanted.round).includes(kind);
  const serves = (prompt: Prompt) => prompt.purposes.some((purpose) => wanted.purposes.includes(purpose));
  const isBrought = ({ id }: Prompt) => wanted.brought.includes(id) && !wanted.seen.has(id);

  const brought = turned(suiting.filter(isBrought), wanted.turn);
  const ofStage = suiting.filter((prompt) => prompt.stage === wanted.stage);
  const first = brought[0] ?? choose(ofStage, [isFresh, leans, serves], wanted.turn);
  if (!first) return [];
  const others = ofStage.filter((prompt) => prompt !== first);
  const isOtherwise = ({ theme }: Prompt) => theme !== first.theme;
  const second = brought[1] ?? choose(others, [isFresh, isOtherwise, leans], wanted.turn);
  return second ? [first, second] : [first];
}

/** An exercise of the stage that was not met before; one that was where no other is left; `null` where none suits. */
export function offerExercise(exercises: readonly Exercise[], wanted: Wanted): Exercise | null {
  const suiting = exercises.filter((exercise) => exercise.stages.includes(wanted.stage) && suits(exercise, wanted));
  return choose(suiting, [({ id }) => !wanted.seen.has(id)], wanted.turn) ?? null;
}

/** Not deeper than the pair and the stage go, and without a topic that one of the pair leaves out. */
const suits = ({ depth, labels }: Pick<Prompt, "depth" | "labels">, wanted: Wanted): boolean =>
  depth <= Math.min(wanted.depth, depthCeiling[wanted.stage]) && !labels.some((label) => wanted.muted.has(label));

const kindsFor = (round: number): readonly PromptKind[] =>
  round === 1 ? ["opener", "core"] : ["core", "longer", "exercise"];

/** One that meets the wishes; a wish that none of those left can meet is dropped, the later ones sooner. */
function choose<One>(from: readonly One[], wishes: readonly ((one: One) => boolean)[], turn: number): One | undefined {
  const left = wishes.reduce((some, wish) => (some.some(wish) ? some.filter(wish) : some), from);
  return left[turn % left.length];
}

/** The same ones, begun elsewhere, so that nobody's is always the first. */
function turned<One>(some: readonly One[], turn: number): readonly One[] {
  const start = turn % Math.max(some.length, 1);
  return [...some.slice(start), ...some.slice(0, start)];
}
