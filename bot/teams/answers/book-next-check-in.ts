import { isPossibleLength } from "../../../shared/domain/slots/length.ts";
import { saying } from "../cards/card.ts";
import { noteCard } from "../cards/plain-card.ts";
import { offerOf } from "../planner/language.ts";
import { type Reply, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";
import { offerTimes, pastDay } from "./offer-times.ts";
import { refused } from "./refused.ts";

/** "Book our next check-in next Thursday": three times, around the day where one was named. */
export const bookNextCheckIn: Answer = async (turn, wish) => {
  const { day, pairId, stranger, minutes } = wish;
  if (minutes !== null && !isPossibleLength(minutes)) return refused("impossible-length", turn);
  return (
    pastDay(wish, turn) ??
    (stranger === null ? null : await notYourPartner(stranger, turn)) ??
    offerTimes(turn, { pairId: pairId ?? undefined, around: day?.toString(), minutes: minutes ?? undefined })
  );
};

/** Says that somebody isn't in this pair; `null` where there is no pair to say it of. */
async function notYourPartner(stranger: string, { reader, useCases, by }: Turn): Promise<Reply | null> {
  const partners = [...new Set((await useCases.listPartners({ by })).map(({ name }) => name))];
  if (partners.length === 0) return null;
  const sentence = reader.words.booking.notYourPartner(stranger, partners);
  return show(noteCard([sentence], [saying(offerOf("book-next-check-in", reader.locale))], reader));
}
