import { nextWindow } from "../../../shared/domain/cadence.ts";
import { type CohortBookingId, type PairBooking, withStatus } from "../../../shared/domain/cohort-booking.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { CalendarAway } from "../../ports/calendar.ts";
import { circumstancesOf } from "../check-ins/circumstances.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";
import { wishToTakeOn } from "./first-check-in.ts";
import { cannot, type Given, lookAt, type PairAround } from "./look-at-pair.ts";
import { inGroups, readCalendars } from "./read-calendars.ts";

/** How many pairs are looked at together, and of how many the calendars are read in one request: ten pairs are twenty people. */
const together = 80;
const inRequest = 10;

/** How long one run of the job goes on before it queues itself again, in milliseconds. */
const shiftMs = 45_000;

interface Shift {
  readonly tenantId: TenantId;
  readonly cohortBookingId: CohortBookingId;
}

type PreviewDeps = Pick<Deps, "store" | "calendar" | "directory" | "clock" | "newId">;

/** Looks for a time for every pair that still has none, chunk by chunk, so that a restart loses at most one chunk. */
export const previewCohortBooking =
  (deps: PreviewDeps) =>
  async (shift: Shift): Promise<JobOutcome> => {
    const acting = job(shift.tenantId, "preview-cohort-booking");
    const end = performance.now() + shiftMs;
    const given: Given = new Map();
    try {
      while (performance.now() < end) {
        const pairs = await takePairs(deps, shift);
        if (pairs.length === 0) return await finish(deps, shift);
        const looked = await lookAtAll(deps, pairs, given);
        await deps.store.transact(acting, (records) => records.cohortBookings.savePairs(looked));
      }
    } catch (problem) {
      if (problem instanceof CalendarAway) return "try-again";
      throw problem;
    }
    await deps.store.transact(acting, (records) =>
      records.queue({ name: "preview-cohort-booking", ...shift }, { once: shift.cohortBookingId }),
    );
    return "done";
  };

const takePairs = ({ store }: PreviewDeps, shift: Shift): Promise<readonly PairAround[]> =>
  store.transact(job(shift.tenantId, "preview-cohort-booking"), async (records) => {
    const booking = await records.cohortBookings.find(shift.cohortBookingId);
    if (booking?.status !== "looking") return [];
    const pairs: PairAround[] = [];
    for (const row of await records.cohortBookings.takePairs(booking.id, "looking", together))
      pairs.push({ row, circumstances: await circumstancesOf(records, row.pairId) });
    return pairs;
  });

async function finish({ store }: PreviewDeps, shift: Shift): Promise<JobOutcome> {
  await store.transact(job(shift.tenantId, "preview-cohort-booking"), async (records) => {
    const booking = await records.cohortBookings.findForChange(shift.cohortBookingId);
    if (booking?.status !== "looking") return;
    await records.cohortBookings.save(withStatus(booking, "ready"));
    await records.queue({ name: "tell-cohort-booking", ...shift }, { once: shift.cohortBookingId });
  });
  return "done";
}

/** All pairs are of one cohort and have not met: one window holds for all, so that calendars are read in few requests. */
async function lookAtAll(
  { calendar, directory, clock, newId }: PreviewDeps,
  pairs: readonly PairAround[],
  given: Given,
): Promise<readonly PairBooking[]> {
  const open = pairs.flatMap(({ row, circumstances }) =>
    circumstances && wishToTakeOn(circumstances.history) !== "theirs" ? [{ row, circumstances }] : [],
  );
  const looked = pairs
    .filter(({ row }) => open.every((one) => one.row !== row))
    .map(({ row }) => cannot(row, "already-booked"));
  const [first] = open;
  if (!first) return looked;
  const window = nextWindow(clock.now().epochMilliseconds, null, first.circumstances.cohort.cadenceDays);
  const groups = inGroups(open, inRequest).map((some) =>
    some.flatMap(({ circumstances }) => circumstances.pair.members),
  );
  const read = await readCalendars(calendar, groups, window);
  for (const { row, circumstances } of open)
    looked.push(await lookAt({ directory, newId }, { row, circumstances, window, read, given }));
  return looked;
}
