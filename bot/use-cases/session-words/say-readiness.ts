import { mayEnterPair } from "../../../shared/domain/access.ts";
import { deepestAfter, openDepth } from "../../../shared/domain/depth.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import type { Depth } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

type Refusal = "not-found" | "not-yet-that-deep";

export interface Said {
  readonly by: PersonRef;
  readonly pairId: PairId;
  readonly depth: Depth;
}

/** Keeps how deep the person is ready to go with this pair. Less is always possible. */
export const sayReadiness =
  ({ store }: Pick<Deps, "store">) =>
  ({ by, pairId, depth }: Said): Promise<Result<{ mine: Depth; open: Depth }, Refusal>> =>
    store.transact<Result<{ mine: Depth; open: Depth }, Refusal>>(participant(by), async (records) => {
      const pair = await records.pairs.find(pairId);
      if (!pair || !mayEnterPair(participant(by), pair)) return refuse("not-found");
      const held = (await records.checkIns.ofPair(pairId)).filter(({ status }) => status === "held").length;
      if (depth > deepestAfter(held)) return refuse("not-yet-that-deep");
      await records.library.saveReadiness(pairId, depth);
      return done({ mine: depth, open: openDepth({ held, ready: await records.library.readinessOfAll(pairId) }) });
    });
