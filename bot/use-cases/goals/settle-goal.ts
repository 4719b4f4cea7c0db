import { mayTouchGoal } from "../../../shared/domain/access.ts";
import { settleGoal as decide, type Goal, type GoalId, type GoalState } from "../../../shared/domain/goal.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** Marks a goal of the person's pair done, lets it go, or opens it again. */
export const settleGoal =
  ({ store }: Pick<Deps, "store">) =>
  (input: {
    readonly by: PersonRef;
    readonly goalId: GoalId;
    readonly state: GoalState;
  }): Promise<Result<Goal, "not-found" | "goal-changed-meanwhile">> =>
    store.transact(participant(input.by), async (records) => {
      const goal = await records.goals.find(input.goalId);
      const pair = goal && (await records.pairs.find(goal.pairId));
      if (!pair || !mayTouchGoal(participant(input.by), pair, goal)) return refuse("not-found");
      const settled = decide(goal, input.state);
      if (settled === goal) return done(goal);
      return (await records.goals.save(settled)) ? done(settled) : refuse("goal-changed-meanwhile");
    });
