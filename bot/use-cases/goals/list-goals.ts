import { mayEnterPair } from "../../../shared/domain/access.ts";
import type { Goal } from "../../../shared/domain/goal.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** The goals of one of the person's pairs, in the order they were added. */
export const listGoals =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef; readonly pairId: PairId }): Promise<Result<readonly Goal[], "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const pair = await records.pairs.find(input.pairId);
      return pair && mayEnterPair(participant(input.by), pair)
        ? done(await records.goals.ofPair(pair.id))
        : refuse("not-found");
    });
