import { mayEnterPair } from "../../../shared/domain/access.ts";
import type { CheckInId } from "../../../shared/domain/check-in.ts";
import type { LossCause } from "../../../shared/domain/news.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { circumstancesOf } from "./circumstances.ts";
import { lostBecause } from "./lost-because.ts";
import { bookerAfterThis, type CheckInWithPeople, withPeople } from "./with-people.ts";

export interface CheckInAsItStands extends CheckInWithPeople {
  readonly lostBecause: LossCause | null;
  /** To whom the booking after this one falls. */
  readonly bookerAfter: PersonId;
}

/** Where one of the person's check-ins stands, in whichever of the person's pairs. */
export const readCheckIn =
  ({ store }: Pick<Deps, "store">) =>
  ({
    by,
    checkInId,
  }: {
    readonly by: PersonRef;
    readonly checkInId: CheckInId;
  }): Promise<Result<CheckInAsItStands, "not-found">> =>
    store.transact<Result<CheckInAsItStands, "not-found">>(participant(by), async (records) => {
      const checkIn = await records.checkIns.find(checkInId);
      const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
      if (!circumstances || !mayEnterPair(participant(by), circumstances.pair)) return refuse("not-found");
      const found = withPeople(checkIn, circumstances, by);
      if (!found.ok) return found;
      const bookerAfter = bookerAfterThis(checkIn, circumstances);
      return done({ ...found.value, lostBecause: await lostBecause(records, checkIn), bookerAfter });
    });
