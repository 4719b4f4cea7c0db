import { z } from "zod";
import { stages } from "../domain/cohort.ts";
import { endpoint, id, noBody, noParams } from "./endpoint.ts";

export const listCohorts = endpoint({
  id: "listCohorts",
  method: "GET",
  path: "/api/cohorts",
  summary: "The cohorts the coordinator runs, newest first",
  role: "coordinator",
  params: noParams,
  body: noBody,
  output: z.array(z.strictObject({ id, name: z.string() })),
  refusals: ["not-a-coordinator"],
});

const count = z.int().nonnegative();

export const overview = z.strictObject({
  id,
  name: z.string(),
  pairs: count,
  sessionsHeld: count,
  /** `null` where the cohort is too small for figures. */
  recent: z
    .strictObject({ met: count, quiet: count, paused: count, stages: z.partialRecord(z.enum(stages), count) })
    .nullable(),
});
export type OverviewView = z.infer<typeof overview>;

export const readCohort = endpoint({
  id: "readCohort",
  method: "GET",
  path: "/api/cohorts/:cohortId",
  summary: "How a cohort is going, in counts",
  role: "coordinator",
  params: z.strictObject({ cohortId: id }),
  body: noBody,
  output: overview,
  refusals: ["not-a-coordinator", "not-found"],
});

export const listQuietPairs = endpoint({
  id: "listQuietPairs",
  method: "GET",
  path: "/api/cohorts/:cohortId/quiet-pairs",
  summary: "The names of pairs that have not met in the last six weeks, and no cause",
  role: "coordinator",
  params: z.strictObject({ cohortId: id }),
  body: noBody,
  output: z.array(z.array(z.string())),
  refusals: ["not-a-coordinator", "not-found", "too-few-to-show"],
});
