import type { Availability, Interval } from "./availability.ts";
import { busyTimes, isReadable } from "./busy.ts";
import { momentOf } from "./instant-text.ts";
import type { Slot } from "./slot.ts";

/**
 * Whether the slot is still free for everybody, by fresh calendars; an unreadable calendar says no.
 *
 * @param options - `ignoring`: the check-in's own hour, which is no reason against moving it.
 * @throws RangeError for a slot without ISO instants.
 */
export function isStillFree(
  people: readonly Availability[],
  slot: Pick<Slot, "startsAt" | "endsAt">,
  { ignoring }: { readonly ignoring?: Interval | undefined } = {},
): boolean {
  const [start, end] = [momentOf(slot.startsAt), momentOf(slot.endsAt)];
  return people.every(
    (one) => isReadable(one) && busyTimes(one, ignoring).every((busy) => busy.end <= start || busy.start >= end),
  );
}
