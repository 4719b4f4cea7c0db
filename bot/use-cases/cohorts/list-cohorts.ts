import type { Cohort } from "../../../shared/domain/cohort.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { isCoordinator } from "./is-coordinator.ts";

/** The cohorts the coordinator runs, newest first. */
export const listCohorts =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef }): Promise<Result<readonly Cohort[], "not-a-coordinator">> =>
    store.transact(coordinator(input.by), async (records) => {
      return (await isCoordinator(records, input.by))
        ? done(await records.programmes.cohorts())
        : refuse("not-a-coordinator");
    });
