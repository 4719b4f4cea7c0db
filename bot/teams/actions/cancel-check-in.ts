import { isAhead } from "../../../shared/domain/check-in.ts";
import { aboutCheckIn } from "../answers/about-check-in.ts";
import { refused } from "../answers/refused.ts";
import { askToCancelCard } from "../cards/cancel-card.ts";
import { cancellingCard } from "../cards/fallen-cards.ts";
import { show, showCheckIn } from "../reply.ts";
import { action } from "./action.ts";

/** "Cancel": asks whether it is meant, and which note goes with it. */
export const askToCancelAction = action("ask-to-cancel", async ({ checkInId }, turn) => {
  const about = await aboutCheckIn(turn, checkInId);
  if (!about) return refused("not-found", turn);
  if (!isAhead(about.checkIn)) return refused("check-in-is-over", turn);
  return showCheckIn(askToCancelCard(about, turn.reader), checkInId);
});

/** "Cancel this check-in": off at once here; the calendars follow, and then everyone's card says so. */
export const cancelCheckInAction = action("cancel-check-in", async ({ checkInId, note = "none" }, turn) => {
  const { words } = turn.reader.words.checkIns.notes[note];
  const cancelled = await turn.useCases.cancelCheckIn({
    by: turn.by,
    checkInId,
    ...(words === null ? {} : { note: words }),
  });
  if (!cancelled.ok) return refused(cancelled.refusal, turn);
  const isPassing = cancelled.value.checkIn.bookingId !== null;
  return show(cancellingCard(cancelled.value, turn.reader), { shows: { kind: "check-in", id: checkInId }, isPassing });
});
