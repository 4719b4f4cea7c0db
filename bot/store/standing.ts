import { and, gte, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Interval } from "../../shared/domain/slots/availability.ts";
import { anyOf } from "./any-of.ts";
import { checkIn } from "./schema.ts";

/** Check-ins that stand in the calendars, as the domain's `isInCalendars` says it. */
export const isStanding: SQL | undefined = or(
  anyOf(checkIn.status, ["booked", "moving"]),
  and(anyOf(checkIn.status, ["needs-you"]), isNotNull(checkIn.eventId)),
);

/** The same, where their slot begins in the interval. */
export const standingIn = ({ start, end }: Interval): SQL | undefined =>
  and(
    // Said as the index says it, so that it is used.
    sql`${checkIn.status} in ('booked', 'moving', 'needs-you')`,
    isStanding,
    gte(checkIn.slotStartsAt, isoOf(start)),
    lt(checkIn.slotStartsAt, isoOf(end)),
  );

const isoOf = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
