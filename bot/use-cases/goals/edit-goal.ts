import { mayTouchGoal } from "../../../shared/domain/access.ts";
import {
  editGoal as decide,
  type Goal,
  type GoalId,
  type GoalRefusal,
  type GoalWords,
} from "../../../shared/domain/goal.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** New words for a goal of the person's pair. */
export const editGoal =
  ({ store }: Pick<Deps, "store">) =>
  (input: {
    readonly by: PersonRef;
    readonly goalId: GoalId;
    readonly words: GoalWords;
    readonly seenVersion: number;
  }): Promise<Result<Goal, GoalRefusal | "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const goal = await records.goals.find(input.goalId);
      const pair = goal && (await records.pairs.find(goal.pairId));
      if (!pair || !mayTouchGoal(participant(input.by), pair, goal)) return refuse("not-found");
      const decided = decide(goal, input.words, input.seenVersion);
      if (!decided.ok) return decided;
      return (await records.goals.save(decided.value)) ? decided : refuse("goal-changed-meanwhile");
    });
