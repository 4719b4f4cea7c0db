import { type CheckIn, hasLapsed, isAhead, isInCalendars, reachedCalendars } from "./check-in.ts";
import type { Pair } from "./pair.ts";
import type { PersonId } from "./person.ts";
import type { Slot } from "./slots/slot.ts";
import { nextToOpen } from "./turn.ts";

/** How far from its hour a check-in may be held and still be the one that was booked, in hours. */
export const nearHours = 12;

const hourMs = 3_600_000;

/** Whether a check-in stands, and its hour is near enough to `now` (epoch milliseconds) to be the one that is held now. */
export const isNear = (checkIn: CheckIn, now: number): boolean =>
  isInCalendars(checkIn) && !hasLapsed(checkIn, now) && distance(checkIn.slot, now) <= nearHours * hourMs;

/** The pair's check-in that would be held by meeting at `now` (epoch milliseconds): the nearest one that stands; `null` for none. */
export const heldNow = (history: readonly CheckIn[], now: number): CheckIn | null =>
  history
    .filter((one) => isNear(one, now))
    .toSorted((one, other) => distance(one.slot, now) - distance(other.slot, now))[0] ?? null;

/**
 * A wish as a check-in that is held on the spot, in no calendar. Nobody booked it: its booker is whoever booked last, so that the turn to book
 * stays where it is. `now` is in epoch milliseconds.
 */
export function onTheSpot(
  wish: CheckIn,
  pair: Pick<Pair, "members">,
  history: readonly CheckIn[],
  now: number,
): CheckIn {
  const start = Temporal.Instant.fromEpochMilliseconds(now);
  return {
    ...wish,
    status: "booked",
    booker: history.findLast(reachedCalendars)?.booker ?? pair.members[0] ?? wish.booker,
    slot: { startsAt: textOf(start), endsAt: textOf(start.add({ minutes: wish.minutes })), stretch: null },
  };
}

/** What a check-in's number and opener are to be. */
export type Place = Pick<CheckIn, "id" | "number" | "opener">;

/**
 * Numbers and openers of the check-ins ahead, after the sessions that were held: by their hours, and those without one last. Only what is to
 * change, in an order in which no two ever have the same number on the way.
 *
 * @param history - the pair's check-ins, oldest first, none of them lapsed.
 */
export function placesAhead(pair: Pick<Pair, "members">, history: readonly CheckIn[]): readonly Place[] {
  const held = history.filter(({ status }) => status === "held");
  const ahead = history.filter(isAhead).toSorted((one, other) => hourOf(one) - hourOf(other));
  const changed: Place[] = [];
  let opener: PersonId | null = null;
  for (const [at, { id, number, opener: present }] of ahead.entries()) {
    opener = nextToOpen(pair, opener === null ? held : [{ status: "held", opener }]);
    const place = { id, number: held.length + 1 + at, opener };
    if (place.number !== number || place.opener !== present) changed.push(place);
  }
  const goesUp = changed.some(({ id, number }) => number > (ahead.find((one) => one.id === id)?.number ?? number));
  return goesUp ? changed.toReversed() : changed;
}

const hourOf = ({ slot }: CheckIn): number => (slot ? epoch(slot.startsAt) : Number.POSITIVE_INFINITY);

/** How long before or after the slot's start that is, in milliseconds. */
const distance = (slot: Slot | null, now: number): number =>
  slot ? Math.abs(epoch(slot.startsAt) - now) : Number.POSITIVE_INFINITY;

const textOf = (instant: Temporal.Instant) => instant.toString({ smallestUnit: "second" });

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
