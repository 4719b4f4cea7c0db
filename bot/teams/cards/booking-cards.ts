import { refusalSentence } from "../../../shared/content/refusal-sentence.ts";
import type { RefusalCode } from "../../../shared/contract/refusals.ts";
import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import type { CardReader } from "../turn.ts";
import { type Card, card, execute, open, paragraph, title } from "./card.ts";
import type { CheckInWithPeople } from "./slots-card.ts";
import { dayAndTime, partnerTimes } from "./times.ts";

/** After the tap: the choice is kept, and the calendars follow. */
export function onItsWayCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { booking } = reader.words;
  const heading = whenAndWith(about, reader);
  const sentence = booking.onItsWaySentence(about.partners.length + 1);
  return card({
    locale: reader.locale,
    words: `${booking.onItsWay}: ${heading}. ${sentence}`,
    body: [paragraph(booking.onItsWay), title(heading), paragraph(sentence)],
  });
}

/** The receipt: it stands in the calendars. */
export function receiptCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { booking } = reader.words;
  const heading = whenAndWith(about, reader);
  const joinUrl = about.checkIn.event?.joinUrl ?? null;
  const opener = [about.me, ...about.partners].find((one) => one.id === about.checkIn.opener)?.name ?? "";
  const theirs = about.checkIn.slot ? partnerTimes(about.checkIn.slot.startsAt, reader, about.partners).join(", ") : "";
  const facts = booking.receiptSentence(about.partners.length + 1, joinUrl !== null, opener);
  const sentence = theirs === "" ? facts : `${theirs}. ${facts}`;
  return card({
    locale: reader.locale,
    words: `${booking.booked}: ${heading}. ${sentence}`,
    body: [paragraph(`✓ ${booking.booked}`), title(heading), paragraph(sentence)],
    actions: joinUrl === null ? [] : [open(joinUrl, booking.join)],
  });
}

/** The chosen hour was taken before the booking reached the calendars. */
export function slotLostCard({ id, slot }: Pick<CheckIn, "id" | "slot">, reader: CardReader): Card {
  const { booking } = reader.words;
  const sentence = booking.slotLostSentence(slot ? dayAndTime(slot.startsAt, reader) : null);
  return card({
    locale: reader.locale,
    words: `${booking.slotLostTitle}. ${sentence}`,
    body: [title(booking.slotLostTitle), paragraph(sentence)],
    actions: [execute("offer-other-times", { checkInId: id }, booking.otherTimes)],
  });
}

/** Nothing to offer: why, and what would open a time. */
export function noSlotsCard(checkInId: CheckInId | null, reason: RefusalCode, reader: CardReader): Card {
  const { booking } = reader.words;
  const sentence = refusalSentence(reason, reader.locale);
  return card({
    locale: reader.locale,
    words: `${booking.noSlotsTitle}. ${sentence}`,
    body: [title(booking.noSlotsTitle), paragraph(sentence)],
    actions: checkInId === null ? [] : [execute("offer-other-times", { checkInId }, booking.tryAgain)],
  });
}

function whenAndWith({ checkIn, partners }: CheckInWithPeople, reader: CardReader): string {
  const when = checkIn.slot ? dayAndTime(checkIn.slot.startsAt, reader) : "";
  return reader.words.booking.withPartners(
    when,
    partners.map(({ name }) => name),
  );
}
