import type { Person, PersonId } from "../../../shared/domain/person.ts";
import type { CardReader } from "../turn.ts";
import { onItsWayCard, receiptCard, slotLostCard } from "./booking-cards.ts";
import { type Card, card, paragraph, saying, title } from "./card.ts";
import { type CheckInWithPeople, slotsCard } from "./slots-card.ts";

export interface NextCheckIn extends Omit<CheckInWithPeople, "checkIn"> {
  /** `null` when nobody has asked for one. */
  readonly checkIn: CheckInWithPeople["checkIn"] | null;
  readonly nextBooker: PersonId;
}

/** Where the pair's next check-in stands: the same card that booking it would show at that point. */
export function nextCheckInCard(
  { checkIn, me, partners, nextBooker }: NextCheckIn,
  reader: CardReader,
  bookIt: string,
): Card {
  if (!checkIn) return nothingBookedCard([me, ...partners], nextBooker, reader, bookIt);
  const about = { checkIn, me, partners };
  if (checkIn.status === "booked") return receiptCard(about, reader);
  if (checkIn.status === "booking") return onItsWayCard(about, reader);
  if (checkIn.status === "needs-you") return slotLostCard(checkIn, reader);
  return checkIn.offered.length > 0
    ? slotsCard(about, reader)
    : nothingBookedCard([me, ...partners], nextBooker, reader, bookIt);
}

function nothingBookedCard(people: readonly Person[], nextBooker: PersonId, reader: CardReader, bookIt: string): Card {
  const { answers } = reader.words;
  const sentence = answers.nothingBooked(people.find((one) => one.id === nextBooker)?.name ?? "");
  return card({
    locale: reader.locale,
    words: `${answers.nextTitle}. ${sentence}`,
    body: [title(answers.nextTitle), paragraph(sentence)],
    actions: [saying(bookIt)],
  });
}
