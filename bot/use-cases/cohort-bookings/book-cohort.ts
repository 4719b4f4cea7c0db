import {
  type CohortBooking,
  type CohortBookingId,
  type CohortBookingStatus,
  withStatus,
} from "../../../shared/domain/cohort-booking.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { CalendarAway } from "../../ports/calendar.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";
import { bookBatch } from "./book-batch.ts";
import { settlePairs } from "./settle-pairs.ts";
import { takeUpLeftovers } from "./take-up-leftovers.ts";
import { undoBatch } from "./undo-batch.ts";

export interface CohortShift {
  readonly tenantId: TenantId;
  readonly cohortBookingId: CohortBookingId;
}

export type CohortBookingDeps = Pick<Deps, "store" | "calendar" | "clock" | "newId">;

/** How long one run of the job goes on before it queues itself again, in milliseconds. */
const shiftMs = 45_000;

/** How long before pairs whose outcome is still open are looked at again. */
const lookAgain = { seconds: 3 } as const;

/** The message that shows the progress changes at most this often. */
const tellEvery = { seconds: 5 } as const;

/**
 * Carries a booking for a cohort out, or takes it back, batch by batch, for as long as its coordinator wants that. What a batch leaves open,
 * whatever died in between, the job of each check-in brings to its end; this one only sees that there is one, and counts. Two of these never
 * run at the same time for one booking.
 */
export const bookCohort = (deps: CohortBookingDeps) => {
  const takenUp = new Set<string>();
  return async (shift: CohortShift): Promise<JobOutcome> => {
    const end = performance.now() + shiftMs;
    try {
      await takeUpLeftovers(deps, shift, takenUp);
      while (performance.now() < end) {
        const status = (await find(deps, shift))?.status;
        const moved = status === "running" || status === "undoing" ? await goOn[status](deps, shift) : 0;
        if (moved === 0) return await comeToRest(deps, shift, status);
        await queueAgain(deps, shift, "tell-cohort-booking", tellEvery);
      }
      return await queueAgain(deps, shift, "book-cohort", { seconds: 0 });
    } catch (problem) {
      if (problem instanceof CalendarAway) return "try-again";
      throw problem;
    }
  };
};

const goOn = { running: bookBatch, undoing: undoBatch } as const;
const ends = { running: "done", undoing: "undone" } as const;

/** Nothing is left to begin: what is open is waited for, also while the whole rests, and then it is over. */
async function comeToRest(
  deps: CohortBookingDeps,
  shift: CohortShift,
  status: CohortBookingStatus | undefined,
): Promise<JobOutcome> {
  if (status !== "running" && status !== "undoing" && status !== "paused") return "done";
  const open = await settlePairs(deps, shift);
  await queueAgain(deps, shift, "tell-cohort-booking", tellEvery);
  if (open > 0) return queueAgain(deps, shift, "book-cohort", lookAgain);
  return status === "paused" ? "done" : finish(deps, shift, status);
}

const find = ({ store }: CohortBookingDeps, shift: CohortShift): Promise<CohortBooking | null> =>
  store.transact(job(shift.tenantId, "book-cohort"), (records) => records.cohortBookings.find(shift.cohortBookingId));

async function queueAgain(
  { store, clock }: CohortBookingDeps,
  shift: CohortShift,
  name: "book-cohort" | "tell-cohort-booking",
  after: { readonly seconds: number },
): Promise<JobOutcome> {
  await store.transact(job(shift.tenantId, "book-cohort"), (records) =>
    records.queue({ name, ...shift }, { at: clock.now().add(after), once: shift.cohortBookingId }),
  );
  return "done";
}

/** Over, unless its coordinator wants something else by now: then that has a job of its own. */
async function finish(deps: CohortBookingDeps, shift: CohortShift, status: keyof typeof ends): Promise<JobOutcome> {
  await deps.store.transact(job(shift.tenantId, "book-cohort"), async (records) => {
    const current = await records.cohortBookings.findForChange(shift.cohortBookingId);
    if (current?.status !== status) return;
    await records.cohortBookings.save(withStatus(current, ends[status]));
    await records.queue(
      { name: "tell-cohort-booking", ...shift },
      { once: `${shift.cohortBookingId}:${ends[status]}` },
    );
  });
  return "done";
}
