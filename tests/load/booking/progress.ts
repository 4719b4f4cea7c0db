import { setTimeout as sleep } from "node:timers/promises";
import { query } from "../../../local/postgres/running.ts";
import type { World } from "../../../local/start/world.ts";
import type { CohortBookingView } from "../../../shared/contract/cohort-bookings.ts";
import { call } from "../../world.ts";
import { cohortId } from "./cohort.ts";

/** How long anything may take before the bench gives up, in seconds. */
const patienceSeconds = 3_600;

/** Begins to look for times, as the coordinator does. */
export const begin = (world: World): Promise<CohortBookingView> =>
  asElif(world, `POST /api/cohorts/${cohortId}/bookings`);

/** Says yes to what was found. */
export const confirm = (world: World, id: string): Promise<CohortBookingView> =>
  asElif(world, `POST /api/cohort-bookings/${id}/steer`, { steer: "confirm" });

/** How far it is. */
export const read = (world: World, id: string): Promise<CohortBookingView> =>
  asElif(world, `GET /api/cohort-bookings/${id}`);

async function asElif(world: World, door: string, body?: unknown): Promise<CohortBookingView> {
  const answer = await call<CohortBookingView>(world, "Elif", door, body);
  if (answer.status >= 300) throw new Error(`${door} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** How many jobs are still to be done; what time alone sets off doesn't count. */
export async function openJobs(world: World): Promise<number> {
  const waiting = `select count(*)::integer as jobs from boss.job
    where state in ('created', 'retry', 'active') and name not in ('keep-rhythm', 'sweep-mailboxes')`;
  const [row] = await query<{ jobs: number }>(world.adminUrl, waiting);
  return row?.jobs ?? 0;
}

/** Looks again and again until `isThere`. @returns seconds since `started`, on `performance.now`'s clock. */
export async function until(
  isThere: () => boolean | Promise<boolean>,
  started: number,
  everyMs = 500,
): Promise<number> {
  while (!(await isThere())) {
    if (performance.now() - started > patienceSeconds * 1000) throw new Error("It never came to its end.");
    await sleep(everyMs);
  }
  return (performance.now() - started) / 1000;
}
