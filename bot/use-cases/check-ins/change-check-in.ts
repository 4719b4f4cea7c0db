import { mayEnterPair } from "../../../shared/domain/access.ts";
import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import type { Records, Store } from "../../ports.ts";
import { type PersonRef, participant } from "../deps.ts";
import { type Circumstances, circumstancesOf } from "./circumstances.ts";
import { type CheckInWithPeople, withPeople } from "./with-people.ts";

export interface CheckInAsked {
  readonly by: PersonRef;
  readonly checkInId: CheckInId;
}

/**
 * Changes a check-in as one of its pair wants, and does what belongs to the change, in one transaction.
 *
 * @param decide - the check-in as it is to be; the very same where there is nothing to change.
 * @param follow - queues what the change brings with it.
 */
export const changeCheckIn = <Refusal extends string>(
  store: Store,
  { by, checkInId }: CheckInAsked,
  decide: (checkIn: CheckIn, circumstances: Circumstances) => Result<CheckIn, Refusal>,
  follow: (records: Records, changed: CheckIn, circumstances: Circumstances) => Promise<void>,
): Promise<Result<CheckInWithPeople, Refusal | "not-found">> =>
  store.transact<Result<CheckInWithPeople, Refusal | "not-found">>(participant(by), async (records) => {
    const checkIn = await records.checkIns.findForChange(checkInId);
    const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
    if (!circumstances || !mayEnterPair(participant(by), circumstances.pair)) return refuse("not-found");
    const decided = decide(checkIn, circumstances);
    if (!decided.ok) return decided;
    if (decided.value !== checkIn) {
      await records.checkIns.save(decided.value);
      await follow(records, decided.value, circumstances);
    }
    return withPeople(decided.value, circumstances, by);
  });
