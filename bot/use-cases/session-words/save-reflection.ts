import type { ReflectionView } from "../../../shared/contract/session-words.ts";
import type { ReflectionAnswer } from "../../../shared/domain/reflection.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, participant } from "../deps.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";
import { hasBegun, reflectionView } from "./reflection-view.ts";

export interface Taps extends OfCheckIn {
  readonly feltHeard: ReflectionAnswer | null;
  readonly roomToSpeak: ReflectionAnswer | null;
  readonly isShared: boolean;
}

type Refusal = "not-found" | "check-in-not-begun" | "already-revealed";

/** Keeps the person's two taps, until everybody's are revealed. */
export const saveReflection =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  ({ by, checkInId, ...taps }: Taps): Promise<Result<ReflectionView, Refusal>> =>
    store.transact<Result<ReflectionView, Refusal>>(participant(by), async (records) => {
      const found = await ownCheckIn(records, { by, checkInId });
      if (!found) return refuse("not-found");
      const session = await records.sessions.ofCheckIn(checkInId);
      if (!hasBegun(found.checkIn, session, clock.now())) return refuse("check-in-not-begun");
      const reflection = { checkInId, pairId: found.pair.id, author: by.personId, ...taps };
      if (!(await records.reflections.save(reflection))) return refuse("already-revealed");
      return done(await reflectionView(records, { ...found, session }, by));
    });
