import { askToCancelCard } from "../cards/cancel-card.ts";
import { say, showCheckIn } from "../reply.ts";
import type { Answer } from "./answer.ts";
import { refused } from "./refused.ts";

/** "Cancel our check-in": asks first, as the calendars of others change too. */
export const cancelCheckIn: Answer = async (turn, { pairId }) => {
  const next = await turn.useCases.readNextCheckIn({ by: turn.by, pairId: pairId ?? undefined });
  if (!next.ok) return refused(next.refusal, turn);
  const { checkIn, me, partners } = next.value;
  if (!checkIn) return say(turn.reader.words.checkIns.nothingToCancel);
  return showCheckIn(askToCancelCard({ checkIn, me, partners }, turn.reader), checkIn.id);
};
