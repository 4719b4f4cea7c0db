import { isInCalendars } from "../../../shared/domain/check-in.ts";
import type { CardReader } from "../turn.ts";
import { type Card, type CardAction, execute } from "./card.ts";
import { type CheckInWithPeople, countOf, nameOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { anotherTime } from "./standing-card.ts";
import { dayAndTime } from "./times.ts";
import type { Told } from "./told.ts";

/** Where it was to be, in words; by the news, else by the check-in itself. */
const wasAt = ({ checkIn }: CheckInWithPeople, was: Told["was"], reader: CardReader): string | null => {
  const slot = was ?? checkIn.slot;
  return slot && dayAndTime(slot.startsAt, reader);
};

/** The check-in is off, whoever wished it so. */
export function cancelledCard(
  about: CheckInWithPeople,
  { by, was }: Pick<Told, "by" | "was">,
  reader: CardReader,
): Card {
  const { checkIns } = reader.words;
  const sentence = checkIns.cancelledSentence(countOf(about), wasAt(about, was, reader));
  const { cancelNote, booker } = about.checkIn;
  // Outlook carries the note to everyone but the one whose event it was.
  const isForReader = about.me.id === booker && by !== booker;
  const note = cancelNote !== null && isForReader ? [checkIns.noteCame(cancelNote)] : [];
  return plainCard(checkIns.cancelled, [sentence, ...note], [anotherTime(about, reader)], reader);
}

/** The check-in was called off in Outlook. */
export function cancelledInOutlookCard(about: CheckInWithPeople, { was }: Told, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const sentence = checkIns.cancelledInOutlookSentence(countOf(about), wasAt(about, was, reader));
  return plainCard(checkIns.cancelled, [sentence], [anotherTime(about, reader)], reader);
}

/** Right after the tap that cancels: the calendars follow. */
export function cancellingCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { checkIns } = reader.words;
  if (about.checkIn.bookingId === null) return cancelledCard(about, { by: about.me.id, was: null }, reader);
  return plainCard(checkIns.cancelling, [checkIns.cancellingSentence(countOf(about))], [], reader);
}

/** The chosen hour was taken before the booking reached the calendars. */
export function slotLostCard(about: CheckInWithPeople, { was }: Pick<Told, "was">, reader: CardReader): Card {
  const { checkIns } = reader.words;
  return plainCard(
    checkIns.slotLost,
    [checkIns.slotLostSentence(wasAt(about, was, reader))],
    [otherTimes(about, reader)],
    reader,
  );
}

/** Outlook won't have the booking from this calendar, and what would help. */
export function cannotBookCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const { booker } = about.checkIn;
  const others = [about.me, ...about.partners].filter(({ id }) => id !== booker).map(({ name }) => name);
  const sentence = checkIns.cannotBookSentence(nameOf(booker, about) ?? "", others.toSorted());
  return plainCard(checkIns.cannotBook, [sentence], [otherTimes(about, reader)], reader);
}

/** The mailbox in which the event stood is no more. */
export function organiserLeftCard(about: CheckInWithPeople, { by }: Told, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const organiser = nameOf(about.checkIn.event?.organiser ?? by, about);
  return plainCard(
    checkIns.organiserLeft,
    [checkIns.organiserLeftSentence(organiser)],
    [anotherTime(about, reader)],
    reader,
  );
}

const otherTimes = (about: CheckInWithPeople, reader: CardReader): CardAction =>
  isInCalendars(about.checkIn)
    ? anotherTime(about, reader)
    : execute("offer-other-times", { checkInId: about.checkIn.id }, reader.words.booking.otherTimes);
