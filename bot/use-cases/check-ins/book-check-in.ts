import { type BookingRefusal, chooseSlot } from "../../../shared/domain/booking.ts";
import type { Result } from "../../../shared/domain/result.ts";
import type { Deps } from "../deps.ts";
import { type CheckInAsked, changeCheckIn } from "./change-check-in.ts";
import type { CheckInWithPeople } from "./with-people.ts";

export interface Choice extends CheckInAsked {
  /** ISO instant of one of the offered slots. */
  readonly startsAt: string;
}

/**
 * Chooses a slot, for a booking or for a move. The choice and the job that brings it into the calendars are stored together; whatever dies
 * afterwards, the job goes on.
 */
export const bookCheckIn =
  ({ store, newId, clock, onStep }: Pick<Deps, "store" | "newId" | "clock" | "onStep">) =>
  async (input: Choice): Promise<Result<CheckInWithPeople, BookingRefusal | "not-found">> => {
    const id = newId();
    const { by, checkInId } = input;
    const chosen = await changeCheckIn(
      store,
      input,
      (checkIn) =>
        chooseSlot(checkIn, normalised(input.startsAt), by.personId, { id, now: clock.now().epochMilliseconds }),
      (records) => records.queue({ name: "write-to-calendar", tenantId: by.tenantId, checkInId }, { once: id }),
    );
    if (chosen.ok) await onStep(chosen.value.checkIn.status === "moving" ? "move-stored" : "intent-stored", checkInId);
    return chosen;
  };

const normalised = (instant: string) => Temporal.Instant.from(instant).toString({ smallestUnit: "second" });
