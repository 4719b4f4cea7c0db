import { nextCheckInCard } from "../cards/next-check-in-card.ts";
import { offerOf } from "../planner/language.ts";
import { type Reply, show, showCheckIn } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { refused } from "./refused.ts";

/** "When is our next check-in?": where it stands, in the card that booking it would show. */
export async function seeNextCheckIn(turn: Turn): Promise<Reply> {
  const next = await turn.useCases.readNextCheckIn({ by: turn.by });
  if (!next.ok) return refused(next.refusal, turn);
  const { checkIn } = next.value;
  const card = nextCheckInCard(next.value, turn.reader, offerOf("book-next-check-in", turn.reader.locale));
  return checkIn && checkIn.status !== "booked" ? showCheckIn(card, checkIn.id) : show(card);
}
