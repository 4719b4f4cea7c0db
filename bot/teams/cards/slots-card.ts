import { shortDay, time } from "../../../shared/content/when.ts";
import { isInCalendars } from "../../../shared/domain/check-in.ts";
import { isForBearerAlone, type Slot } from "../../../shared/domain/slots/slot.ts";
import type { CardReader } from "../turn.ts";
import { aside, type Card, type CardAction, type CardElement, card, execute, line, paragraph, title } from "./card.ts";
import { type CheckInWithPeople, countOf, everyone, nameOf } from "./people.ts";
import { stretchReason } from "./slot-reason.ts";
import { dayAndTime, partnerTimes } from "./times.ts";

/**
 * The times on offer, each one tap away from being booked, or from being moved to where the check-in stands already. `isDue`: offered because
 * it is time, and not because somebody asked.
 */
export function slotsCard(about: CheckInWithPeople, reader: CardReader, isDue = false): Card {
  const { checkIn } = about;
  const { heading, sentences } = opening(about, reader, isDue);
  const times = checkIn.offered.map((slot) => inFull(slot, about, reader));
  return card({
    locale: reader.locale,
    words: [`${heading}.`, ...sentences, `${times.join(". ")}.`].join(" "),
    body: [
      title(heading),
      paragraph(sentences.join(" ")),
      ...checkIn.offered.map((slot, at) => slotRow(slot, at, about, reader)),
    ],
    actions: [
      execute("offer-other-times", { checkInId: checkIn.id }, reader.words.booking.otherTimes),
      ...keep(about, reader),
    ],
  });
}

const isMove = ({ checkIn }: CheckInWithPeople): boolean => isInCalendars(checkIn) && checkIn.slot !== null;

function opening(about: CheckInWithPeople, reader: CardReader, isDue: boolean) {
  const { checkIn } = about;
  const { booking } = reader.words;
  const isComfortable = checkIn.offered.every(({ stretch }) => stretch === null);
  const inside = isComfortable ? [booking.insideWorkingDays(countOf(about))] : [];
  if (isMove(about) && checkIn.slot)
    return {
      heading: booking.moveTitle(checkIn.offered.length),
      sentences: [booking.moveSentence(dayAndTime(checkIn.slot.startsAt, reader)), ...inside],
    };
  const falls = { ...checkIn, ...bookers(about) };
  return isDue
    ? { heading: booking.dueTitle, sentences: [booking.dueSentence(falls), ...inside] }
    : {
        heading: booking.slotsTitle(checkIn.offered.length, countOf(about)),
        sentences: [booking.slotsSentence(falls), ...inside],
      };
}

function keep(about: CheckInWithPeople, reader: CardReader): readonly CardAction[] {
  const { id, slot } = about.checkIn;
  if (!isMove(about) || !slot) return [];
  const { booking } = reader.words;
  const label = booking.keep(booking.slot(shortDay(slot.startsAt, reader), time(slot.startsAt, reader)));
  return [execute("keep-check-in", { checkInId: id }, label)];
}

function slotRow(slot: Slot, at: number, about: CheckInWithPeople, reader: CardReader): CardElement {
  const { booking } = reader.words;
  const theirs = partnerTimes(slot.startsAt, reader, about.partners).join(", ");
  const reason = stretchReason(slot, about, reader);
  const when = {
    type: "TextBlock",
    text: booking.slot(shortDay(slot.startsAt, reader), time(slot.startsAt, reader)),
    weight: "Bolder",
    wrap: true,
  };
  const label = isMove(about) ? booking.moveSlot : booking.bookSlot;
  return {
    type: "Container",
    style: "emphasis",
    spacing: at === 0 ? "Medium" : "Small",
    showBorder: true,
    roundedCorners: true,
    items: [line(when, theirs === "" ? null : aside(theirs)), ...(reason === null ? [] : [aside(reason)])],
    ...(mayChoose(slot, about)
      ? {
          selectAction: execute(
            "book-check-in",
            { checkInId: about.checkIn.id, startsAt: slot.startsAt },
            label(dayAndTime(slot.startsAt, reader), theirs),
          ),
        }
      : {}),
  };
}

const mayChoose = (slot: Slot, { me }: CheckInWithPeople): boolean =>
  !isForBearerAlone(slot) || slot.stretch?.person === me.id;

function inFull(slot: Slot, about: CheckInWithPeople, reader: CardReader): string {
  const theirs = partnerTimes(slot.startsAt, reader, about.partners);
  const reason = stretchReason(slot, about, reader);
  const when = [dayAndTime(slot.startsAt, reader), ...theirs].join(", ");
  return reason === null ? when : `${when}. ${reason}`;
}

/** To whom this booking falls and to whom the next, where that is known: between two it always is. */
function bookers(about: CheckInWithPeople): { readonly booker: string; readonly nextBooker: string | null } {
  const { booker } = about.checkIn;
  const other = about.partners.length === 1 ? everyone(about).find((one) => one.id !== booker)?.id : undefined;
  return { booker: nameOf(booker, about) ?? "", nextBooker: nameOf(about.bookerAfter ?? other ?? null, about) };
}
