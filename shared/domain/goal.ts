import type { Id } from "./id.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import { done, type Result, refuse } from "./result.ts";

export type GoalId = Id<"goal">;

export const goalStates = ["open", "done", "let-go"] as const;
export type GoalState = (typeof goalStates)[number];

/** How long each part may be, in characters, and how many goals a pair keeps open at once. */
export const goalLimits = { title: 140, why: 600, nextStep: 280, open: 12 } as const;

/** A goal of the pair. Words and a next step; never a percentage. */
export interface Goal {
  readonly id: GoalId;
  readonly pairId: PairId;
  /** Whose goal it is; `null` means it is everyone's in the pair. */
  readonly owner: PersonId | null;
  readonly title: string;
  readonly why: string;
  readonly nextStep: string;
  /** ISO date, or `null` where none was set. */
  readonly reviewOn: string | null;
  readonly state: GoalState;
  /** Counts the edits, so that two people editing at once notice each other. */
  readonly version: number;
}

/** What a person writes about a goal. */
export type GoalWords = Pick<Goal, "title" | "why" | "nextStep" | "reviewOn">;

export type GoalRefusal = "goal-changed-meanwhile" | "goal-is-finished" | "too-many-goals";

/** A new goal, open; refused while the pair has `goalLimits.open` open already. */
export function addGoal(goal: Omit<Goal, "state" | "version">, existing: readonly Goal[]): Result<Goal, GoalRefusal> {
  const open = existing.filter((one) => one.state === "open").length;
  return open >= goalLimits.open ? refuse("too-many-goals") : done({ ...goal, state: "open", version: 1 });
}

/** The goal with new words. Only an open goal is edited, and only from the version the person saw. */
export function editGoal(goal: Goal, words: GoalWords, seenVersion: number): Result<Goal, GoalRefusal> {
  if (goal.version !== seenVersion) return refuse("goal-changed-meanwhile");
  if (goal.state !== "open") return refuse("goal-is-finished");
  return done({ ...goal, ...words, version: goal.version + 1 });
}

/** The goal done, let go, or open again. Saying what is already so changes nothing. */
export function settleGoal(goal: Goal, state: GoalState): Goal {
  return goal.state === state ? goal : { ...goal, state, version: goal.version + 1 };
}
