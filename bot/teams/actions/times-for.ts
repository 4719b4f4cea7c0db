import { type CheckInId, isAhead, isInCalendars } from "../../../shared/domain/check-in.ts";
import { aboutCheckIn } from "../answers/about-check-in.ts";
import { offerTimes, type TimesWanted } from "../answers/offer-times.ts";
import { refused } from "../answers/refused.ts";
import type { Reply } from "../reply.ts";
import type { Turn } from "../turn.ts";

/** Times for the check-in that a card names, in that check-in's own pair: for a first booking, or to move it where it stands already. */
export async function timesFor(
  checkInId: CheckInId,
  turn: Turn,
  wanted: Omit<TimesWanted, "pairId" | "move"> = {},
): Promise<Reply> {
  const about = await aboutCheckIn(turn, checkInId);
  if (!about) return refused("not-found", turn);
  const { checkIn } = about;
  if (!isAhead(checkIn)) return refused("check-in-is-over", turn);
  return offerTimes(turn, { pairId: checkIn.pairId, ...wanted, ...(isInCalendars(checkIn) ? { move: true } : {}) });
}
