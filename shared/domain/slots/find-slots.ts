import { isReadable } from "./busy.ts";
import { isPossibleLength } from "./length.ts";
import { reasonFor } from "./no-slot-reason.ts";
import { offer } from "./offer.ts";
import { openingsFor } from "./openings.ts";
import { type SlotAnswer, type SlotSearch, slotRules } from "./slot-search.ts";

export { isStillFree } from "./is-still-free.ts";
export { type NoSlotReason, type Opening, type SlotAnswer, type SlotSearch, slotRules } from "./slot-search.ts";

/**
 * Up to three times that are free for everybody, earliest first: on different days for everybody where there are any, at varied hours, those
 * that people prefer before others.
 *
 * Times inside everybody's working hours are offered alone whenever one of them is free. Otherwise come hours that stretch one person's
 * working day, between 07:00 and 21:00 of it, the nearest first, and never the day of whoever bore the last one. When there is nothing to
 * offer, the answer says why, and what would open a time.
 *
 * @throws RangeError for an impossible length, number of people, window, buffer, zone or clock time.
 */
export function findSlots(search: SlotSearch): SlotAnswer {
  refuseNonsense(search);
  const unreadable = search.people.filter((one) => !isReadable(one)).map((one) => one.person);
  if (unreadable.length > 0) return { ok: false, reason: "calendar-unreadable", unreadable, openings: [] };
  const slots = offer(search);
  if (slots.length > 0) return { ok: true, slots };
  const reason = reasonFor(search);
  return { ok: false, reason, unreadable: [], openings: openingsFor(search, reason) };
}

function refuseNonsense({ people, minutes, window, bufferMinutes = 0 }: SlotSearch): void {
  const { leastPeople, mostPeople } = slotRules;
  if (!isPossibleLength(minutes)) throw new RangeError(`A check-in can't take ${minutes} minutes.`);
  if (!(window.start < window.end && Number.isFinite(window.end - window.start)))
    throw new RangeError("A window ends after it begins.");
  if (people.length < leastPeople || people.length > mostPeople)
    throw new RangeError(`Times are found for ${leastPeople} to ${mostPeople} people, not for ${people.length}.`);
  if (!(bufferMinutes >= 0)) throw new RangeError(`Nothing can be kept free for ${bufferMinutes} minutes.`);
}
