import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { PairId } from "../../shared/domain/pair.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { RhythmKind } from "../../shared/domain/rhythm.ts";

/** What the bot said by itself, so that it says nothing twice. */
export interface RhythmRecords {
  /** Keeps that this person is being told this about the check-in at this hour. @returns false when that was kept before. */
  readonly claim: (said: RhythmClaim) => Promise<boolean>;
  /** Takes a claim back, where it is sure that nothing was said. */
  readonly release: (said: RhythmClaim) => Promise<void>;
  /** What was claimed for these check-ins. */
  readonly ofCheckIns: (ids: readonly CheckInId[]) => Promise<readonly RhythmClaim[]>;
  /**
   * A page of the pairs whose next check-in is due to be offered by `now`, as the domain's `isOfferDue` says it; the longest due first. They meet,
   * in cohorts that run on `today` (ISO date), with no check-in ahead; one that lapsed by `now` doesn't count as ahead.
   */
  readonly duePairs: (
    now: Temporal.Instant,
    today: string,
    page: { readonly after: DuePair | null; readonly limit: number },
  ) => Promise<readonly DuePair[]>;
}

export interface DuePair {
  readonly pairId: PairId;
  /** ISO instant since which its next check-in is due. */
  readonly since: string;
}

export interface RhythmClaim {
  readonly checkInId: CheckInId;
  readonly personId: PersonId;
  readonly kind: RhythmKind;
  /** The hour of the check-in that it was about. */
  readonly startsAt: string;
}
