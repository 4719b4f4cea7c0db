import type { CohortId } from "../../../shared/domain/cohort.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { recentSince } from "./read-cohort.ts";

/** The names of pairs that have not met in the last six weeks. Names alone: no cause is known, and none is guessed. */
export const listQuietPairs =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: { readonly by: PersonRef; readonly cohortId: CohortId }): Promise<
    Result<readonly (readonly string[])[], "not-a-coordinator" | "not-found">
  > =>
    store.transact(coordinator(input.by), async (records) => {
      const roles = await records.people.rolesOf(input.by.personId);
      if (!roles.includes("coordinator")) return refuse("not-a-coordinator");
      const quiet = await records.programmes.quietPairs(input.cohortId, recentSince(clock.now()));
      return quiet ? done(quiet) : refuse("not-found");
    });
