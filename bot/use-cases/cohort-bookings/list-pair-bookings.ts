import type { CohortBookingId, PairBookingStatus } from "../../../shared/domain/cohort-booking.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { PairBookingRow } from "../../ports/cohort-booking-records.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { findTheirs, type NotTheirs } from "./view.ts";

export interface PairBookingsWanted {
  readonly by: PersonRef;
  readonly cohortBookingId: CohortBookingId;
  readonly status?: PairBookingStatus | undefined;
  /** The last pair of the page before. */
  readonly after?: PairId | undefined;
  readonly limit: number;
}

/** A page of the pairs in a booking for a cohort: who, when, or what can't and why. `after` is `null` on the last page. */
export const listPairBookings =
  ({ store }: Pick<Deps, "store">) =>
  ({
    by,
    cohortBookingId,
    status,
    after,
    limit,
  }: PairBookingsWanted): Promise<
    Result<{ readonly pairs: readonly PairBookingRow[]; readonly after: PairId | null }, NotTheirs>
  > =>
    store.transact(coordinator(by), async (records) => {
      const found = await findTheirs(records, by, cohortBookingId);
      if (typeof found === "string") return refuse(found);
      const page = { status: status ?? null, after: after ?? null, limit: limit + 1 };
      const rows = await records.cohortBookings.page(cohortBookingId, page);
      const pairs = rows.slice(0, limit);
      return done({ pairs, after: rows.length > limit ? (pairs.at(-1)?.pairId ?? null) : null });
    });
