import { type BookingRefusal, chooseSlot } from "../../../shared/domain/booking.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import { isForBearerAlone } from "../../../shared/domain/slots/slot.ts";
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
  async (input: Choice): Promise<Result<CheckInWithPeople, BookingRefusal | "not-yours-to-choose" | "not-found">> => {
    const id = newId();
    const { by, checkInId } = input;
    const chosen = await changeCheckIn<BookingRefusal | "not-yours-to-choose">(
      store,
      input,
      (checkIn) => {
        const startsAt = normalised(input.startsAt);
        if (isAnothersAlone(checkIn, startsAt, by.personId)) return refuse("not-yours-to-choose");
        return chooseSlot(checkIn, startsAt, by.personId, { id, now: clock.now().epochMilliseconds });
      },
      (records) => records.queue({ name: "write-to-calendar", tenantId: by.tenantId, checkInId }, { once: id }),
    );
    if (chosen.ok) await onStep(chosen.value.checkIn.status === "moving" ? "move-stored" : "intent-stored", checkInId);
    return chosen;
  };

/** Whether the time stretches somebody's day a second time running, and that is not the one who chooses. */
const isAnothersAlone = ({ offered, status }: CheckIn, startsAt: string, by: PersonId): boolean =>
  status !== "booking" &&
  status !== "moving" &&
  offered.some((slot) => slot.startsAt === startsAt && isForBearerAlone(slot) && slot.stretch?.person !== by);

const normalised = (instant: string) => Temporal.Instant.from(instant).toString({ smallestUnit: "second" });
