import { type Place, placesAhead } from "../../../shared/domain/ad-hoc.ts";
import { hasLapsed, isAhead, missCheckIn } from "../../../shared/domain/check-in.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Records } from "../../ports.ts";

/**
 * Brings numbers and openers of a pair's check-ins ahead to what was held, where more than one lies ahead: one held on the spot goes before one
 * that was booked for later, and steps back when it turns out not to have been. One that lapsed is missed first.
 */
export async function renumberAhead(
  records: Pick<Records, "checkIns">,
  pair: Pick<Pair, "id" | "members">,
  now: Temporal.Instant,
): Promise<void> {
  const history = await records.checkIns.ofPair(pair.id);
  const ahead = history.filter(isAhead);
  const lapsed = ahead.filter((one) => hasLapsed(one, now.epochMilliseconds));
  if (lapsed.length === ahead.length) return;
  for (const one of lapsed) await records.checkIns.save(missCheckIn(one));
  const standing = history.filter((one) => !lapsed.includes(one));
  await takePlaces(records, placesAhead(pair, standing));
}

/** Gives each its number and opener, in that order. */
export async function takePlaces(records: Pick<Records, "checkIns">, places: readonly Place[]): Promise<void> {
  for (const { id, number, opener } of places) {
    const current = await records.checkIns.findForChange(id);
    if (current) await records.checkIns.save({ ...current, number, opener, version: current.version + 1 });
  }
}
