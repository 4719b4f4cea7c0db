import { isAhead, isInCalendars } from "../../../shared/domain/check-in.ts";
import { offerTimes } from "../answers/offer-times.ts";
import { refused } from "../answers/refused.ts";
import { action } from "./action.ts";

/** "Other times": fresh ones for the same check-in, in place of those on the card. */
export const offerOtherTimesAction = action("offer-other-times", async ({ checkInId }, turn) => {
  const found = await turn.useCases.readCheckIn({ by: turn.by, checkInId });
  if (!found.ok) return refused(found.refusal, turn);
  if (!isAhead(found.value)) return refused("check-in-is-over", turn);
  const move = isInCalendars(found.value) ? { move: true } : {};
  return offerTimes(turn, { pairId: found.value.pairId, others: true, ...move });
});
