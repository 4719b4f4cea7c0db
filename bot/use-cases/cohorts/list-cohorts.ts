import type { Cohort } from "../../../shared/domain/cohort.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";

/** The cohorts the coordinator runs, newest first. */
export const listCohorts =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef }): Promise<Result<readonly Cohort[], "not-a-coordinator">> =>
    store.transact(coordinator(input.by), async (records) => {
      const roles = await records.people.rolesOf(input.by.personId);
      return roles.includes("coordinator") ? done(await records.programmes.cohorts()) : refuse("not-a-coordinator");
    });
