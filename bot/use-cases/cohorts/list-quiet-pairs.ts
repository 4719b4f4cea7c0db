import type { CohortId } from "../../../shared/domain/cohort.ts";
import { overviewOf } from "../../../shared/domain/cohort-overview.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { isCoordinator } from "./is-coordinator.ts";
import { recentSince } from "./read-cohort.ts";

/** The names of pairs that have not met in the last six weeks. Names alone: no cause is known, and none is guessed. */
export const listQuietPairs =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: {
    readonly by: PersonRef;
    readonly cohortId: CohortId;
  }): Promise<Result<readonly (readonly string[])[], "not-a-coordinator" | "not-found" | "too-few-to-show">> =>
    store.transact(coordinator(input.by), async (records) => {
      if (!(await isCoordinator(records, input.by))) return refuse("not-a-coordinator");
      const since = recentSince(clock.now());
      const counts = await records.programmes.countCohort(input.cohortId, since);
      if (counts && overviewOf(counts).recent === null) return refuse("too-few-to-show");
      const quiet = await records.programmes.quietPairs(input.cohortId, since);
      return quiet ? done(quiet) : refuse("not-found");
    });
