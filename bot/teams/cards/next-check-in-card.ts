import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { LossCause } from "../../../shared/domain/news.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { type Card, saying } from "./card.ts";
import { cannotBookCard, slotLostCard } from "./fallen-cards.ts";
import { onItsWayCard } from "./on-its-way-card.ts";
import { type CheckInWithPeople, nameOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { howItWentCard } from "./rhythm-cards.ts";
import { slotsCard } from "./slots-card.ts";
import { receiptCard } from "./standing-card.ts";

export interface NextCheckIn extends Omit<CheckInWithPeople, "checkIn"> {
  /** `null` when nobody has asked for one. */
  readonly checkIn: CheckInWithPeople["checkIn"] | null;
  /** To whom the booking falls. */
  readonly nextBooker: PersonId;
  readonly lostBecause: LossCause | null;
}

/** Where the pair's next check-in stands: the same card that booking it would show at that point. */
export function nextCheckInCard(
  next: NextCheckIn,
  links: Pick<Links, "reflect">,
  reader: CardReader,
  bookIt: string,
): Card {
  const { checkIn, me, partners, bookerAfter = null } = next;
  if (!checkIn) return nothingBookedCard(next, reader, bookIt);
  const about = { checkIn, me, partners, bookerAfter };
  if (checkIn.status === "booking" || checkIn.status === "moving") return onItsWayCard(about, reader);
  if (isInCalendars(checkIn))
    return hasEnded(checkIn, reader) ? howItWentCard(about, links, reader) : receiptCard(about, reader);
  if (checkIn.status === "needs-you")
    return next.lostBecause === "refused" ? cannotBookCard(about, reader) : slotLostCard(about, { was: null }, reader);
  return checkIn.offered.length > 0 ? slotsCard(about, reader) : nothingBookedCard(next, reader, bookIt);
}

const hasEnded = ({ slot }: CheckIn, { now }: CardReader): boolean =>
  slot !== null && Temporal.Instant.compare(slot.endsAt, now) <= 0;

function nothingBookedCard(next: NextCheckIn, reader: CardReader, bookIt: string): Card {
  const { answers } = reader.words;
  const sentence = answers.nothingBooked(nameOf(next.nextBooker, next) ?? "");
  return plainCard(answers.nextTitle, [sentence], [saying(bookIt)], reader);
}
