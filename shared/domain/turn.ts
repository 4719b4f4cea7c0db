import { type CheckIn, reachedCalendars } from "./check-in.ts";
import type { Pair } from "./pair.ts";
import type { PersonId } from "./person.ts";

/**
 * Says who opens the pair's next session.
 *
 * Openings pass along the members over the sessions that were held. A missed check-in uses up nobody's turn: being ill costs no one theirs.
 *
 * @param history - the pair's check-ins, oldest first.
 */
export function nextToOpen(
  pair: Pick<Pair, "members">,
  history: readonly Pick<CheckIn, "status" | "opener">[],
): PersonId {
  const lastHeld = history.findLast((checkIn) => checkIn.status === "held");
  return after(pair.members, lastHeld?.opener);
}

/**
 * Says to whom the next booking falls. Either may book all the same.
 *
 * Booking passes on with every check-in that reached the calendars, also where it was cancelled afterwards: whoever booked it has done so. It starts
 * with the member who does not open first.
 *
 * @param history - the pair's check-ins, oldest first.
 */
export function nextToBook(
  pair: Pick<Pair, "members">,
  history: readonly Pick<CheckIn, "status" | "booker" | "event" | "slot" | "bookingId">[],
): PersonId {
  const lastBooked = history.findLast(reachedCalendars);
  return after(pair.members, lastBooked?.booker ?? pair.members[0]);
}

function after(members: readonly PersonId[], person: PersonId | undefined): PersonId {
  const next = person === undefined ? 0 : (members.indexOf(person) + 1) % members.length;
  const member = members[next];
  if (member === undefined) throw new Error("A pair has at least two members.");
  return member;
}
