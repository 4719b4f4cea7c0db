import { type BookingRefusal, cancelCheckIn as decide } from "../../../shared/domain/booking.ts";
import { type CheckIn, owesCalendar } from "../../../shared/domain/check-in.ts";
import type { Result } from "../../../shared/domain/result.ts";
import type { Deps } from "../deps.ts";
import { renumberAhead } from "../rooms/renumber-ahead.ts";
import { type CheckInAsked, changeCheckIn } from "./change-check-in.ts";
import { spreadNews } from "./spread-news.ts";
import { lateAnswerSeconds } from "./take-out-event.ts";
import type { CheckInWithPeople } from "./with-people.ts";

/** Calls a check-in off. What stands in the calendars, or is on its way there, is taken out by the job that is stored with it. */
export const cancelCheckIn =
  ({ store, clock, onStep }: Pick<Deps, "store" | "clock" | "onStep">) =>
  async (
    input: CheckInAsked & { readonly note?: string | undefined },
  ): Promise<Result<CheckInWithPeople, BookingRefusal | "not-found">> => {
    const { by, checkInId } = input;
    const now = clock.now();
    const note = input.note?.trim() || null;
    const cancelled = await changeCheckIn(
      store,
      input,
      (checkIn) => decide(checkIn, by.personId, { note, now: now.epochMilliseconds }),
      async (records, checkIn, { pair }) => {
        await renumberAhead(records, pair, now);
        if (!owesCalendar(checkIn))
          return spreadNews(records, pair, checkInId, [{ kind: "cancelled", by: by.personId, was: null }]);
        await records.queue(
          { name: "write-to-calendar", tenantId: by.tenantId, checkInId },
          { once: `cancel:${checkIn.bookingId}`, ...whenToLook(checkIn, now) },
        );
      },
    );
    if (cancelled.ok && owesCalendar(cancelled.value.checkIn)) await onStep("cancel-stored", checkInId);
    return cancelled;
  };

/** One that was still on its way there is seen to by the job that was to book it; this one looks once more, a little later. */
const whenToLook = ({ event }: CheckIn, now: Temporal.Instant) =>
  event ? {} : { at: now.add({ seconds: lateAnswerSeconds }) };
