import { type Stage, stages } from "../cohort.ts";
import { usualDepth } from "../depth.ts";
import type { PersonId } from "../person.ts";
import { type Depth, depthCeiling, type Prompt, type PromptId, type TopicLabel } from "../prompt.ts";
import { done, type Result, refuse } from "../result.ts";

/** A prompt of the organisation's own, kept beside the built-in ones. */
export interface OwnPrompt extends Prompt {
  readonly version: number;
}

/** What an organisation made of the library: prompts of its own, and the ids of those, built in or its own, that are no longer offered. */
export interface OrganisationLibrary {
  readonly own: readonly OwnPrompt[];
  readonly retired: ReadonlySet<PromptId>;
}

/** A person's own choices about prompts. Nobody else can read them; the topics left out act on what both are offered, unnamed. */
export interface PromptChoices {
  readonly personId: PersonId;
  readonly favourites: readonly PromptId[];
  readonly muted: readonly TopicLabel[];
}

/** How deep a person says they are ready to go in a pair. Only the least of all members' is used, and nobody reads another's. */
export type Readiness = Depth;

/** A prompt that one of the pair brings to a check-in. */
export interface Brought {
  readonly personId: PersonId;
  readonly promptId: PromptId;
}

/** How many prompts of its own an organisation keeps, how many a person marks, and how many gentle ones each stage is left with. */
export const libraryLimits = { own: 500, favourites: 50, gentleOfStage: 4 } as const;

export type OwnPromptRefusal = "prompt-changed-meanwhile" | "prompt-too-deep" | "too-many-prompts" | "too-few-prompts";

/** Every prompt that may be offered: the built-in ones, then the organisation's own, without those that are retired. */
export const effectiveLibrary = (
  builtIn: readonly Prompt[],
  { own, retired }: OrganisationLibrary,
): readonly Prompt[] => [...builtIn, ...own].filter(({ id }) => !retired.has(id));

/** Whether the prompt may be taken out of what is offered: its stage keeps enough that suit every pair. */
export const mayRetire = (builtIn: readonly Prompt[], organisation: OrganisationLibrary, id: PromptId): boolean =>
  leavesEnough(builtIn, organisation, { ...organisation, retired: new Set([...organisation.retired, id]) });

/**
 * A prompt of the organisation's own, new or rewritten from the version its writer saw (0 for a new one): no deeper than its stage goes, one of at
 * most `libraryLimits.own`, and not the last gentle one that it would take from another stage.
 */
export function checkOwnPrompt(
  builtIn: readonly Prompt[],
  organisation: OrganisationLibrary,
  prompt: Prompt,
  seenVersion: number,
): Result<OwnPrompt, OwnPromptRefusal> {
  const standing = organisation.own.find(({ id }) => id === prompt.id);
  if ((standing?.version ?? 0) !== seenVersion) return refuse("prompt-changed-meanwhile");
  if (prompt.depth > depthCeiling[prompt.stage]) return refuse("prompt-too-deep");
  if (!standing && organisation.own.length >= libraryLimits.own) return refuse("too-many-prompts");
  const saved = { ...prompt, version: seenVersion + 1 };
  const own = [...organisation.own.filter((one) => one !== standing), saved];
  return leavesEnough(builtIn, organisation, { ...organisation, own }) ? done(saved) : refuse("too-few-prompts");
}

/** Whether no stage is left with too few gentle prompts that had more before. */
function leavesEnough(builtIn: readonly Prompt[], before: OrganisationLibrary, after: OrganisationLibrary): boolean {
  const [had, has] = [effectiveLibrary(builtIn, before), effectiveLibrary(builtIn, after)];
  return stages.every((stage) => {
    const left = gentleOf(stage, has);
    return left >= libraryLimits.gentleOfStage || left >= gentleOf(stage, had);
  });
}

/** How many prompts of the stage are open to every pair. */
const gentleOf = (stage: Stage, prompts: readonly Prompt[]): number =>
  prompts.filter((prompt) => prompt.stage === stage && prompt.depth <= usualDepth).length;
