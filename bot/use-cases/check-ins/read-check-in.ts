import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** Where one of the person's check-ins stands. */
export const readCheckIn =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef; readonly checkInId: CheckInId }): Promise<Result<CheckIn, "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const checkIn = await records.checkIns.find(input.checkInId);
      return checkIn ? done(checkIn) : refuse("not-found");
    });
