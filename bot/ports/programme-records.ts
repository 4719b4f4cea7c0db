import type { Cohort, CohortId } from "../../shared/domain/cohort.ts";
import type { CohortCounts } from "../../shared/domain/cohort-overview.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Programme } from "../../shared/domain/programme.ts";

export interface ProgrammeRecords {
  readonly save: (programme: Programme) => Promise<void>;
  readonly saveCohort: (cohort: Cohort) => Promise<void>;
  readonly grantCoordinator: (programme: Programme, person: PersonId) => Promise<void>;
  readonly findCohort: (id: CohortId) => Promise<Cohort | null>;
  /** Every cohort the actor may know of, newest first. */
  readonly cohorts: () => Promise<readonly Cohort[]>;
  /** Numbers from counting functions; `null` for a cohort the coordinator doesn't run. */
  readonly countCohort: (id: CohortId, recentSince: Temporal.Instant) => Promise<CohortCounts | null>;
  /** Names of the pairs that have not met since then, as full names per pair; `null` as above. */
  readonly quietPairs: (id: CohortId, recentSince: Temporal.Instant) => Promise<readonly (readonly string[])[] | null>;
}
