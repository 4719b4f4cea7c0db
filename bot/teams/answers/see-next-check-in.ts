import { nextCheckInCard } from "../cards/next-check-in-card.ts";
import { offerOf } from "../planner/language.ts";
import { type Reply, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { refused } from "./refused.ts";

/** "When is our next check-in?": where it stands, in the card that booking it would show. */
export async function seeNextCheckIn(turn: Turn): Promise<Reply> {
  const next = await turn.useCases.readNextCheckIn({ by: turn.by });
  if (!next.ok) return refused(next.refusal, turn);
  const { checkIn } = next.value;
  const bookIt = offerOf("book-next-check-in", turn.reader.locale);
  const shows = checkIn && checkIn.status !== "booked" ? checkIn.id : null;
  return show(nextCheckInCard(next.value, turn.reader, bookIt), { shows });
}
