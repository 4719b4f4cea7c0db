import { recordBooking } from "../../../shared/domain/booking.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { PairBooking, PairBookingReason } from "../../../shared/domain/cohort-booking.ts";
import { isStillFree } from "../../../shared/domain/slots/is-still-free.ts";
import type { BookingOutcome } from "../../ports/calendar.ts";
import type { Records } from "../../ports.ts";
import { queueAfterBooking } from "../check-ins/queue-after-booking.ts";
import { job } from "../deps.ts";
import type { CohortBookingDeps, CohortShift } from "./book-cohort.ts";
import { type Chosen, choosePairs, peopleIn } from "./choose-pairs.ts";
import { inGroups, readCalendars } from "./read-calendars.ts";

/** Graph takes so many requests in one, and reads as many people's calendars. */
const batch = 20;

/** So many batches go out together: Graph's limits are those of each mailbox, and hardly two pairs of a cohort share one. */
const atOnce = 5;

/**
 * Books the next pairs, some batches at once. Each is stored as a booking of its own first; the batch only gets most of them there sooner.
 *
 * @returns how many pairs it took on.
 * @throws CalendarAway
 */
export async function bookBatch(deps: CohortBookingDeps, shift: CohortShift): Promise<number> {
  const { looked, chosen } = await deps.store.transact(job(shift.tenantId, "book-cohort"), (records) =>
    choosePairs(records, deps, shift, batch * atOnce),
  );
  const done = await Promise.allSettled(inGroups(chosen, batch).map((some) => bookTogether(deps, shift, some)));
  const failed = done.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return looked;
}

async function bookTogether(deps: CohortBookingDeps, shift: CohortShift, chosen: readonly Chosen[]): Promise<void> {
  const obstacles = await obstaclesTo(deps, chosen);
  const free = chosen.filter((one) => !obstacles.has(one));
  const outcomes = free.length > 0 ? await deps.calendar.createEvents(free.map((one) => one.booking)) : [];
  await deps.store.transact(job(shift.tenantId, "book-cohort"), async (records) => {
    const rows: PairBooking[] = [];
    for (const [one, reason] of obstacles) rows.push(...(await letGo(records, shift, one, reason)));
    for (const [at, one] of free.entries())
      rows.push(...(await settle(records, deps, shift, one, outcomes[at] ?? { kind: "unsure" })));
    await records.cohortBookings.savePairs(rows);
  });
}

/** Those for whom the hour can't be had after all, by fresh calendars. */
async function obstaclesTo(
  { calendar }: CohortBookingDeps,
  chosen: readonly Chosen[],
): Promise<ReadonlyMap<Chosen, PairBookingReason>> {
  const slots = chosen.map(({ booking }) => booking.slot);
  const window = {
    start: Math.min(...slots.map(({ startsAt }) => epoch(startsAt))),
    end: Math.max(...slots.map(({ endsAt }) => epoch(endsAt))),
  };
  const groups = inGroups(chosen, batch / 2).map((some) => some.flatMap(({ booking }) => peopleIn(booking)));
  const read = await readCalendars(calendar, groups, window);
  const found = chosen.flatMap((one): readonly (readonly [Chosen, PairBookingReason])[] => {
    const people = peopleIn(one.booking).map(read);
    if (people.some(({ busy }) => busy === null)) return [[one, "calendar-unreadable"]];
    return isStillFree(people, one.booking.slot) ? [] : [[one, "time-was-taken"]];
  });
  return new Map(found);
}

/** Writes down what came of it. What is uncertain is left to the check-in's own job, which is to come at once. */
async function settle(
  records: Records,
  { clock }: CohortBookingDeps,
  shift: CohortShift,
  one: Chosen,
  outcome: BookingOutcome,
): Promise<readonly PairBooking[]> {
  if (outcome.kind === "refused") return letGo(records, shift, one, "outlook-refused");
  const current = outcome.kind === "made" ? await findOurs(records, one) : null;
  if (outcome.kind === "unsure" || !current) return leaveToItsJob(records, shift, one);
  const booked = recordBooking(current, outcome.event);
  await records.checkIns.save(booked);
  await queueAfterBooking(records, shift.tenantId, booked, peopleIn(one.booking), clock.now());
  return [{ ...one.row, status: "booked" }];
}

/** The check-in while it is still on the way that this booking sent it; `null` once somebody decided otherwise or was faster. */
async function findOurs(records: Records, { checkIn, booking }: Chosen): Promise<CheckIn | null> {
  const current = await records.checkIns.findForChange(checkIn.id);
  return current?.status === "booking" && current.bookingId === booking.bookingId ? current : null;
}

async function leaveToItsJob(
  records: Records,
  { tenantId }: CohortShift,
  { checkIn, booking }: Chosen,
): Promise<readonly []> {
  await records.queue(
    { name: "write-to-calendar", tenantId, checkInId: checkIn.id },
    { once: `${booking.bookingId}:sooner` },
  );
  return [];
}

/** Nothing of it stands in a calendar and nobody of the pair has heard of it: it goes as quietly as it came, and leaves a wish as it was. */
async function letGo(
  records: Records,
  shift: CohortShift,
  one: Chosen,
  reason: PairBookingReason,
): Promise<readonly PairBooking[]> {
  const current = await findOurs(records, one);
  if (!current) return leaveToItsJob(records, shift, one);
  const version = current.version + 1;
  const withdrawn = { ...current, status: "cancelled", bookingId: null, slot: null, offered: [], version } as const;
  await records.checkIns.save(one.wish ? { ...one.wish, version } : withdrawn);
  return [{ ...one.row, status: "cannot", reason, slot: null, checkInId: null }];
}

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
