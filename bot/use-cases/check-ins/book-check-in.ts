import { mayEnterPair } from "../../../shared/domain/access.ts";
import { type BookingRefusal, type CheckInId, chooseSlot } from "../../../shared/domain/check-in.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { type CheckInWithPeople, withPeople } from "./ask-for-check-in.ts";
import { circumstancesOf } from "./circumstances.ts";

export interface Choice {
  readonly by: PersonRef;
  readonly checkInId: CheckInId;
  /** ISO instant of one of the offered slots. */
  readonly startsAt: string;
}

/** Chooses a slot. The choice and the job that puts it into the calendars are stored together; whatever dies afterwards, the job goes on. */
export const bookCheckIn =
  ({ store, newId, onStep }: Pick<Deps, "store" | "newId" | "onStep">) =>
  async (input: Choice): Promise<Result<CheckInWithPeople, BookingRefusal | "not-found">> => {
    const chosen = await store.transact<Result<CheckInWithPeople, BookingRefusal | "not-found">>(
      participant(input.by),
      async (records) => {
        const checkIn = await records.checkIns.findForChange(input.checkInId);
        const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
        if (!circumstances || !mayEnterPair(participant(input.by), circumstances.pair)) return refuse("not-found");
        const decided = chooseSlot(checkIn, normalised(input.startsAt), input.by.personId, newId());
        if (!decided.ok) return decided;
        await records.checkIns.save(decided.value);
        await records.queue(
          { name: "book-check-in", tenantId: input.by.tenantId, checkInId: checkIn.id },
          { once: decided.value.bookingId ?? checkIn.id },
        );
        return withPeople(decided.value, circumstances, input.by);
      },
    );
    if (chosen.ok) await onStep("intent-stored", input.checkInId);
    return chosen;
  };

const normalised = (instant: string) => Temporal.Instant.from(instant).toString({ smallestUnit: "second" });
