import { mayEnterPair } from "../../../shared/domain/access.ts";
import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Records } from "../../ports.ts";
import { type PersonRef, participant } from "../deps.ts";

/** A check-in of the person's. */
export interface OfCheckIn {
  readonly by: PersonRef;
  readonly checkInId: CheckInId;
}

/** The check-in with its pair; `null` when it is not one of the person's. */
export async function ownCheckIn(
  records: Records,
  { by, checkInId }: OfCheckIn,
): Promise<{ readonly checkIn: CheckIn; readonly pair: Pair } | null> {
  const checkIn = await records.checkIns.find(checkInId);
  const pair = checkIn && (await records.pairs.find(checkIn.pairId));
  return pair && mayEnterPair(participant(by), pair) ? { checkIn, pair } : null;
}
