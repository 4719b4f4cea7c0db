import { isAhead, isInCalendars } from "../../../shared/domain/check-in.ts";
import { aboutCheckIn } from "../answers/about-check-in.ts";
import { refused } from "../answers/refused.ts";
import { showNextOf, showWhereItStands } from "../answers/see-next-check-in.ts";
import { receiptCard } from "../cards/standing-card.ts";
import { showCheckIn } from "../reply.ts";
import { action } from "./action.ts";

/** "Keep Thursday": nothing changes, and the card shows again how the check-in stands; once it is over, how the pair's next one does. */
export const keepCheckInAction = action("keep-check-in", async ({ checkInId }, turn) => {
  const about = await aboutCheckIn(turn, checkInId);
  if (!about) return refused("not-found", turn);
  const { checkIn } = about;
  if (!isAhead(checkIn)) return showNextOf(turn, checkIn.pairId);
  if (checkIn.status === "moving" || !isInCalendars(checkIn))
    return showWhereItStands(turn, { ...about, nextBooker: checkIn.booker });
  return showCheckIn(receiptCard(about, turn.reader), checkInId);
});
