import { isInCalendars } from "../../../shared/domain/check-in.ts";
import { aboutCheckIn } from "../answers/about-check-in.ts";
import { refused } from "../answers/refused.ts";
import { seeNextCheckIn } from "../answers/see-next-check-in.ts";
import { receiptCard } from "../cards/standing-card.ts";
import { showCheckIn } from "../reply.ts";
import { action } from "./action.ts";

/** "Keep Thursday": nothing changes, and the card shows again how the check-in stands. */
export const keepCheckInAction = action("keep-check-in", async ({ checkInId }, turn) => {
  const about = await aboutCheckIn(turn, checkInId);
  if (!about) return refused("not-found", turn);
  if (about.checkIn.status === "moving" || !isInCalendars(about.checkIn)) return seeNextCheckIn(turn);
  return showCheckIn(receiptCard(about, turn.reader), checkInId);
});
