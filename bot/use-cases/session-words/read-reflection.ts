import type { ReflectionView } from "../../../shared/contract/session-words.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, participant } from "../deps.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";
import { hasBegun, reflectionView } from "./reflection-view.ts";

type Refusal = "not-found" | "check-in-not-begun";

/** What there is to say after a check-in. */
export const readReflection =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: OfCheckIn): Promise<Result<ReflectionView, Refusal>> =>
    store.transact<Result<ReflectionView, Refusal>>(participant(input.by), async (records) => {
      const found = await ownCheckIn(records, input);
      if (!found) return refuse("not-found");
      const session = await records.sessions.ofCheckIn(found.checkIn.id);
      if (!hasBegun(found.checkIn, session, clock.now())) return refuse("check-in-not-begun");
      return done(await reflectionView(records, { ...found, session }, input.by));
    });
