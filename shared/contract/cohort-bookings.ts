import { z } from "zod";
import {
  bookingSteers,
  cohortBookingStatuses,
  pairBookingReasons,
  pairBookingStatuses,
} from "../domain/cohort-booking.ts";
import { endpoint, id, instant, noBody } from "./endpoint.ts";

const count = z.int().nonnegative();

export const cohortBookingView = z.strictObject({
  id,
  cohortId: id,
  cohortName: z.string(),
  status: z.enum(cohortBookingStatuses),
  counts: z.record(z.enum(pairBookingStatuses), count),
});
export type CohortBookingView = z.infer<typeof cohortBookingView>;

export const pairBookingView = z.strictObject({
  pairId: id,
  names: z.array(z.string()),
  status: z.enum(pairBookingStatuses),
  startsAt: instant.nullable(),
  reason: z.enum(pairBookingReasons).nullable(),
});
export type PairBookingView = z.infer<typeof pairBookingView>;

export const beginCohortBooking = endpoint({
  id: "beginCohortBooking",
  method: "POST",
  path: "/api/cohorts/:cohortId/bookings",
  summary: "Looks for a first check-in for every pair that has none; nothing is booked until it is confirmed",
  role: "coordinator",
  params: z.strictObject({ cohortId: id }),
  body: noBody,
  output: cohortBookingView,
  refusals: ["not-a-coordinator", "not-found", "cohort-is-being-booked"],
});

export const readLatestCohortBooking = endpoint({
  id: "readLatestCohortBooking",
  method: "GET",
  path: "/api/cohorts/:cohortId/bookings/latest",
  summary: "The cohort's latest booking, or that there is none",
  role: "coordinator",
  params: z.strictObject({ cohortId: id }),
  body: noBody,
  output: z.strictObject({ booking: cohortBookingView.nullable() }),
  refusals: ["not-a-coordinator", "not-found"],
});

export const readCohortBooking = endpoint({
  id: "readCohortBooking",
  method: "GET",
  path: "/api/cohort-bookings/:cohortBookingId",
  summary: "How far a booking for a cohort is, in counts",
  role: "coordinator",
  params: z.strictObject({ cohortBookingId: id }),
  body: noBody,
  output: cohortBookingView,
  refusals: ["not-a-coordinator", "not-found"],
});

export const listPairBookings = endpoint({
  id: "listPairBookings",
  method: "POST",
  path: "/api/cohort-bookings/:cohortBookingId/pairs",
  summary: "A page of the pairs in it: who, when, or what can't and why",
  role: "coordinator",
  params: z.strictObject({ cohortBookingId: id }),
  body: z.strictObject({
    status: z.enum(pairBookingStatuses).optional(),
    after: id.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({ pairs: z.array(pairBookingView), after: id.nullable() }),
  refusals: ["not-a-coordinator", "not-found"],
});

export const steerCohortBooking = endpoint({
  id: "steerCohortBooking",
  method: "POST",
  path: "/api/cohort-bookings/:cohortBookingId/steer",
  summary: "Confirms, pauses, resumes, undoes or discards it",
  role: "coordinator",
  params: z.strictObject({ cohortBookingId: id }),
  body: z.strictObject({ steer: z.enum(bookingSteers) }),
  output: cohortBookingView,
  refusals: ["not-a-coordinator", "not-found", "not-at-this-point-of-booking"],
});
