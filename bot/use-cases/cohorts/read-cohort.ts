import type { CohortId } from "../../../shared/domain/cohort.ts";
import { type CohortOverview, overviewOf, recentWeeks } from "../../../shared/domain/cohort-overview.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { isCoordinator } from "./is-coordinator.ts";

export type NamedOverview = CohortOverview & { readonly id: CohortId; readonly name: string };

/** How a cohort is going, in the counts a coordinator may see. */
export const readCohort =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: {
    readonly by: PersonRef;
    readonly cohortId: CohortId;
  }): Promise<Result<NamedOverview, "not-a-coordinator" | "not-found">> =>
    store.transact(coordinator(input.by), async (records) => {
      if (!(await isCoordinator(records, input.by))) return refuse("not-a-coordinator");
      const cohort = await records.programmes.findCohort(input.cohortId);
      const counts = cohort && (await records.programmes.countCohort(cohort.id, recentSince(clock.now())));
      return counts ? done({ id: cohort.id, name: cohort.name, ...overviewOf(counts) }) : refuse("not-found");
    });

/** The moment after which a held session counts as recent. */
export const recentSince = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: recentWeeks * 7 * 24 });
