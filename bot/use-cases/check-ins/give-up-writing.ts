import { loseMove, loseSlot } from "../../../shared/domain/booking.ts";
import type { Deps } from "../deps.ts";
import { job } from "../deps.ts";
import type { CheckInOwed } from "./circumstances.ts";
import type { JobOutcome } from "./offer-slots.ts";
import { spreadNews } from "./spread-news.ts";

/**
 * Ends a booking or move that Outlook did not take for as long as was tried, and says so: the check-in needs a person, or stays where it is. A
 * cancellation is never given up: the sweep brings it back.
 */
export const giveUpWriting =
  ({ store }: Pick<Deps, "store">) =>
  ({ tenantId, checkInId }: CheckInOwed): Promise<JobOutcome> =>
    store.transact<JobOutcome>(job(tenantId, "write-to-calendar"), async (records) => {
      const checkIn = await records.checkIns.findForChange(checkInId);
      const pair = checkIn && (await records.pairs.find(checkIn.pairId));
      if (!pair) return "done";
      if (checkIn.status === "booking") {
        await records.checkIns.save(loseSlot(checkIn));
        await spreadNews(records, pair, checkInId, [{ kind: "cannot-book", by: null, was: checkIn.slot }]);
      }
      if (checkIn.status === "moving") {
        await records.checkIns.save(loseMove(checkIn));
        await spreadNews(records, pair, checkInId, [{ kind: "move-lost", by: checkIn.move?.by ?? null, was: null }]);
      }
      return "done";
    });
