import { type CheckIn, untouched } from "../../../shared/domain/check-in.ts";
import { usualMinutes } from "../../../shared/domain/cohort.ts";
import { nextToBook, nextToOpen } from "../../../shared/domain/turn.ts";
import type { Circumstances } from "./circumstances.ts";

/** The pair's next check-in as a wish: its number, length, and whose turn it is to open and to book. */
export function wantCheckIn(id: string, { pair, cohort, history }: Circumstances): CheckIn {
  const minutes = pair.members.length > 2 ? Math.max(cohort.minutes, usualMinutes.trio) : cohort.minutes;
  return {
    ...untouched,
    id,
    pairId: pair.id,
    number: history.filter((one) => one.status === "held").length + 1,
    status: "asked",
    minutes,
    opener: nextToOpen(pair, history),
    booker: nextToBook(pair, history),
    offered: [],
    slot: null,
    bookingId: null,
    event: null,
    version: 1,
  };
}
