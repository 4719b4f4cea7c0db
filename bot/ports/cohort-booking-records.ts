import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { CohortId } from "../../shared/domain/cohort.ts";
import type {
  CohortBooking,
  CohortBookingCounts,
  CohortBookingId,
  PairBooking,
  PairBookingReason,
  PairBookingStatus,
} from "../../shared/domain/cohort-booking.ts";
import type { PairId } from "../../shared/domain/pair.ts";

/** Bookings for whole cohorts, for the coordinator who runs the cohort and for the jobs. */
export interface CohortBookingRecords {
  readonly find: (id: CohortBookingId) => Promise<CohortBooking | null>;
  readonly findForChange: (id: CohortBookingId) => Promise<CohortBooking | null>;
  readonly latestOf: (cohort: CohortId) => Promise<CohortBooking | null>;
  /** Inserts, or overwrites the version before this one. @returns false when another change came first, or the cohort has one that is not over. */
  readonly save: (booking: CohortBooking) => Promise<boolean>;
  /** Makes a row for each pair of the cohort that goes on and has no check-in yet, held or on its way; again, only what is missing. @returns how many there are. */
  readonly addPairs: (id: CohortBookingId) => Promise<number>;
  readonly savePairs: (pairs: readonly PairBooking[]) => Promise<void>;
  /** Pairs that stand there, locked and skipping those another process has locked. */
  readonly takePairs: (
    id: CohortBookingId,
    status: PairBookingStatus,
    limit: number,
  ) => Promise<readonly PairBooking[]>;
  readonly ofCheckIn: (checkIn: CheckInId) => Promise<PairBooking | null>;
  readonly counts: (id: CohortBookingId) => Promise<CohortBookingCounts>;
  /** A page of pairs in the order of their first member's name, for the coordinator. */
  readonly page: (
    id: CohortBookingId,
    page: { readonly status: PairBookingStatus | null; readonly after: PairId | null; readonly limit: number },
  ) => Promise<readonly PairBookingRow[]>;
  /** Message that shows the progress in the coordinator's chat. */
  readonly cardOf: (id: CohortBookingId) => Promise<string | null>;
  readonly saveCard: (id: CohortBookingId, activityId: string) => Promise<void>;
}

/** A pair in a coordinator's list: names in full, where it stands, and when. */
export interface PairBookingRow {
  readonly pairId: PairId;
  readonly names: readonly string[];
  readonly status: PairBookingStatus;
  readonly startsAt: string | null;
  readonly reason: PairBookingReason | null;
}
