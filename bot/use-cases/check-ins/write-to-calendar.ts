import { owesCalendar } from "../../../shared/domain/check-in.ts";
import { CalendarAway, NotConnected } from "../../ports/calendar.ts";
import { job } from "../deps.ts";
import { bookingOf } from "./booking-of.ts";
import { type CheckInOwed, circumstancesOf } from "./circumstances.ts";
import { makeEvent } from "./make-event.ts";
import { moveEvent, wayOf } from "./move-event.ts";
import type { JobOutcome } from "./offer-slots.ts";
import type { Writing, WritingDeps } from "./settle.ts";
import { takeOutEvent } from "./take-out-event.ts";

/** How often in a row a pair may decide anew while one job is at work; beyond that it comes back later. */
const mostRounds = 5;

/**
 * Brings a check-in's calendars to what its pair decided: the event made, moved or taken out. Each step may be repeated, since it first looks
 * at what stands in Outlook; what the pair decides meanwhile comes next.
 */
export const writeToCalendar =
  (deps: WritingDeps) =>
  async (owed: CheckInOwed): Promise<JobOutcome> => {
    try {
      for (let round = 0; round < mostRounds; round += 1) {
        const writing = await readWriting(deps, owed);
        if (!writing || !(await write(deps, writing))) return "done";
      }
      return "try-again";
    } catch (problem) {
      if (problem instanceof CalendarAway || problem instanceof NotConnected) return "try-again";
      throw problem;
    }
  };

const readWriting = ({ store }: Pick<WritingDeps, "store">, owed: CheckInOwed): Promise<Writing | null> =>
  store.transact(job(owed.tenantId, "write-to-calendar"), async (records) => {
    const checkIn = await records.checkIns.find(owed.checkInId);
    if (!checkIn || !owesCalendar(checkIn)) return null;
    const circumstances = await circumstancesOf(records, checkIn.pairId);
    return circumstances && { tenantId: owed.tenantId, checkIn, circumstances };
  });

/** @returns whether there may be more to do at once. */
async function write(deps: WritingDeps, writing: Writing): Promise<boolean> {
  if (writing.checkIn.status === "cancelled") return takeOutEvent(deps, writing);
  const way = wayOf(writing);
  if (way) await moveEvent(deps, writing, way);
  const booking = writing.checkIn.status === "booking" ? bookingOf(writing.checkIn, writing.circumstances) : null;
  if (booking) await makeEvent(deps, writing, booking);
  return way !== null || booking !== null;
}
