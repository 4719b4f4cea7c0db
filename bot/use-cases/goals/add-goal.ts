import { mayEnterPair } from "../../../shared/domain/access.ts";
import { addGoal as decide, type Goal, type GoalId, type GoalWords } from "../../../shared/domain/goal.ts";
import { isMember, type PairId } from "../../../shared/domain/pair.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

export type NewGoal = GoalWords & { readonly id: GoalId; readonly pairId: PairId; readonly owner: PersonId | null };

/** Adds a goal to the person's pair. Sent again with the same id it answers what stands. */
export const addGoal =
  ({ store }: Pick<Deps, "store">) =>
  ({ by, ...goal }: NewGoal & { readonly by: PersonRef }): Promise<Result<Goal, "not-found" | "too-many-goals">> =>
    store.transact(participant(by), async (records) => {
      const pair = await records.pairs.find(goal.pairId);
      if (!pair || !mayEnterPair(participant(by), pair) || (goal.owner !== null && !isMember(pair, goal.owner)))
        return refuse("not-found");
      const existing = await records.goals.ofPair(pair.id);
      const already = existing.find((one) => one.id === goal.id);
      if (already) return done(already);
      const decided = decide(goal, existing);
      if (!decided.ok) return refuse("too-many-goals");
      return (await records.goals.save(decided.value)) ? decided : refuse("not-found");
    });
