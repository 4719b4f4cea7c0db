import { saying } from "../cards/card.ts";
import { noteCard } from "../cards/plain-card.ts";
import { offerOf } from "../planner/language.ts";
import { say, show } from "../reply.ts";
import type { Answer } from "./answer.ts";
import { offerTimes } from "./offer-times.ts";

/** "Book our next check-in next Thursday": three times, around the day where one was named. */
export const bookNextCheckIn: Answer = async (turn, { day, pairId, stranger }) => {
  const { reader, useCases, by } = turn;
  if (day && Temporal.PlainDate.compare(day, reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate()) < 0)
    return say(reader.words.booking.dayHasPassed);
  if (stranger !== null) {
    const next = await useCases.readNextCheckIn({ by });
    const partners = next.ok ? next.value.partners.map(({ name }) => name) : [];
    if (partners.length > 0)
      return show(
        noteCard(
          [reader.words.booking.notYourPartner(stranger, partners)],
          [saying(offerOf("book-next-check-in", reader.locale))],
          reader,
        ),
      );
  }
  return offerTimes(turn, { pairId: pairId ?? undefined, around: day?.toString() });
};
