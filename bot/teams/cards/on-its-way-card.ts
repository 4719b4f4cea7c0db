import { minutesOf } from "../../../shared/domain/booking.ts";
import type { CardReader } from "../turn.ts";
import { type Card, card, paragraph, title } from "./card.ts";
import { type CheckInWithPeople, countOf } from "./people.ts";
import { dayAndTime, whenAndWith } from "./times.ts";

/** After the tap: the choice is kept, and the calendars follow. */
export function onItsWayCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { booking } = reader.words;
  const { slot, move } = about.checkIn;
  const heading = whenAndWith((move?.slot ?? slot)?.startsAt ?? null, about, reader);
  const sentence = follows(about, reader);
  return card({
    locale: reader.locale,
    words: `${booking.onItsWay}: ${heading}. ${sentence}`,
    body: [paragraph(booking.onItsWay), title(heading), paragraph(sentence)],
  });
}

function follows(about: CheckInWithPeople, reader: CardReader): string {
  const { booking } = reader.words;
  const { slot, move } = about.checkIn;
  if (!move || !slot) return booking.onItsWaySentence(countOf(about));
  return move.slot.startsAt === slot.startsAt
    ? booking.lengtheningSentence(countOf(about), minutesOf(move.slot))
    : booking.movingSentence(countOf(about), dayAndTime(slot.startsAt, reader));
}
