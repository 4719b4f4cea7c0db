import { isAhead, isInCalendars } from "../../../shared/domain/check-in.ts";
import { offerTimes } from "../answers/offer-times.ts";
import { refused } from "../answers/refused.ts";
import { action } from "./action.ts";

/** "Move": other times for what is booked, which stays where it is until one of them is chosen. */
export const moveCheckInAction = action("move-check-in", async ({ checkInId }, turn) => {
  const found = await turn.useCases.readCheckIn({ by: turn.by, checkInId });
  if (!found.ok) return refused(found.refusal, turn);
  if (!isAhead(found.value)) return refused("check-in-is-over", turn);
  const move = isInCalendars(found.value) ? { move: true } : {};
  return offerTimes(turn, { pairId: found.value.pairId, ...move });
});
