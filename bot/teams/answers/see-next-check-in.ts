import type { PairId } from "../../../shared/domain/pair.ts";
import { type NextCheckIn, nextCheckInCard } from "../cards/next-check-in-card.ts";
import { offerOf } from "../planner/language.ts";
import { type Reply, show, showCheckIn } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";
import { refused } from "./refused.ts";

/** "When is our next check-in?": where it stands, in the card that booking it would show. */
export const seeNextCheckIn: Answer = (turn, { pairId }) => showNextOf(turn, pairId ?? undefined);

/** Where a pair's next check-in stands; the newest pair's where none is named. */
export async function showNextOf(turn: Turn, pairId: PairId | undefined): Promise<Reply> {
  const next = await turn.useCases.readNextCheckIn({ by: turn.by, pairId });
  return next.ok ? showWhereItStands(turn, next.value) : refused(next.refusal, turn);
}

/** A check-in in the card that fits where it stands. */
export function showWhereItStands({ reader, links }: Pick<Turn, "reader" | "links">, next: NextCheckIn): Reply {
  const { checkIn } = next;
  const card = nextCheckInCard(next, links, reader, offerOf("book-next-check-in", reader.locale));
  return checkIn && checkIn.status !== "booked" ? showCheckIn(card, checkIn.id) : show(card);
}
