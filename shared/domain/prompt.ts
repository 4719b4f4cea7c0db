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

/** Something worth talking about, that works in both directions and demands nobody's identity. */
export interface Prompt {
  readonly id: PromptId;
  readonly stage: Stage;
  readonly theme: Theme;
  readonly depth: Depth;
  readonly minutes: number;
  readonly whoFirst: WhoFirst;
  readonly text: string;
  readonly followUps: readonly string[];
  /** The same door, opened less far. */
  readonly lighter: string;
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

/** What decides which two prompts are offered. `seen` are those either partner met before; `turn` moves on with every offer. */
export interface PromptOffer {
  readonly stage: Stage;
  readonly seen: ReadonlySet<PromptId>;
  /** The deepest that both have said they are ready for. */
  readonly depth: Depth;
  readonly turn: number;
}

/**
 * Two prompts of the stage, of different themes where possible, not seen before by either. When the stage has fewer than two left, those
 * seen before come back rather than leaving the pair without a choice.
 */
export function offerPrompts(library: readonly Prompt[], { stage, seen, depth, turn }: PromptOffer): readonly Prompt[] {
  const ceiling = Math.min(depth, depthCeiling[stage]);
  const fitting = library.filter((prompt) => prompt.stage === stage && prompt.depth <= ceiling);
  const fresh = fitting.filter((prompt) => !seen.has(prompt.id));
  const pool = fresh.length >= 2 ? fresh : [...fresh, ...fitting.filter((prompt) => seen.has(prompt.id))];
  const first = pool[turn % Math.max(pool.length, 1)];
  if (!first) return [];
  const others = [...pool, ...pool].slice(pool.indexOf(first) + 1).filter((prompt) => prompt !== first);
  const second = others.find((prompt) => prompt.theme !== first.theme) ?? others[0];
  return second ? [first, second] : [first];
}
