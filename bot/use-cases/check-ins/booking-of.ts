import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Booking } from "../../ports/calendar.ts";
import { type Circumstances, partnerPeople, zoneOf } from "./circumstances.ts";

/** The booking that a check-in with a chosen slot is on its way to, or was; `null` without one. */
export function bookingOf(checkIn: CheckIn, circumstances: Pick<Circumstances, "pair" | "people">): Booking | null {
  const { slot, bookingId, booker } = checkIn;
  if (!slot || !bookingId) return null;
  const attendees = partnerPeople(circumstances, booker).map((one) => one.id);
  return { bookingId, organiser: booker, attendees, slot, timeZone: zoneOf(circumstances, booker) };
}
