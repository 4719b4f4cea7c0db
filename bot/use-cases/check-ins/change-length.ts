import { type BookingRefusal, changeLength as decide } from "../../../shared/domain/booking.ts";
import type { Result } from "../../../shared/domain/result.ts";
import type { Deps } from "../deps.ts";
import { type CheckInAsked, changeCheckIn } from "./change-check-in.ts";
import type { CheckInWithPeople } from "./with-people.ts";

/**
 * Makes a check-in shorter or longer from the same start; one that is not booked yet is looked for in that length from then on. Whether a
 * longer hour is free is found out on the way into the calendars.
 */
export const changeLength =
  ({ store, newId, clock, onStep }: Pick<Deps, "store" | "newId" | "clock" | "onStep">) =>
  async (
    input: CheckInAsked & { readonly minutes: number },
  ): Promise<Result<CheckInWithPeople, BookingRefusal | "not-found">> => {
    const id = newId();
    const { by, checkInId, minutes } = input;
    const changed = await changeCheckIn(
      store,
      input,
      (checkIn) => decide(checkIn, minutes, by.personId, { id, now: clock.now().epochMilliseconds }),
      async (records, { status }) => {
        if (status === "moving")
          await records.queue({ name: "write-to-calendar", tenantId: by.tenantId, checkInId }, { once: id });
      },
    );
    if (changed.ok && changed.value.checkIn.move?.id === id) await onStep("move-stored", checkInId);
    return changed;
  };
