import { shortDay, time } from "../../../shared/content/when.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Person } from "../../../shared/domain/person.ts";
import type { Slot } from "../../../shared/domain/slots.ts";
import type { CardReader } from "../turn.ts";
import { aside, type Card, type CardElement, card, execute, line, paragraph, title } from "./card.ts";
import { dayAndTime, partnerTimes } from "./times.ts";

/** A check-in and the people in it, as one of them sees it. */
export interface CheckInWithPeople {
  readonly checkIn: CheckIn;
  readonly me: Person;
  readonly partners: readonly Person[];
}

/** The times on offer, each one tap away from being booked. */
export function slotsCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { checkIn, partners } = about;
  const { booking } = reader.words;
  const heading = booking.slotsTitle(checkIn.offered.length, partners.length + 1);
  const whose = booking.slotsSentence({ ...checkIn, ...bookers(about) });
  const times = checkIn.offered.map((slot) => inFull(slot, about, reader));
  return card({
    locale: reader.locale,
    words: [`${heading}.`, whose, `${times.join(". ")}.`].join(" "),
    body: [title(heading), paragraph(whose), ...checkIn.offered.map((slot, at) => slotRow(slot, at, about, reader))],
    actions: [execute("offer-other-times", { checkInId: checkIn.id }, booking.otherTimes)],
  });
}

function slotRow(slot: Slot, at: number, about: CheckInWithPeople, reader: CardReader): CardElement {
  const { booking } = reader.words;
  const theirs = partnerTimes(slot.startsAt, reader, about.partners).join(", ");
  const stretched = people(about).find((one) => one.id === slot.stretches);
  const when = {
    type: "TextBlock",
    text: booking.slot(shortDay(slot.startsAt, reader), time(slot.startsAt, reader)),
    weight: "Bolder",
    wrap: true,
  };
  const label = booking.bookSlot(dayAndTime(slot.startsAt, reader), theirs);
  return {
    type: "Container",
    style: "emphasis",
    spacing: at === 0 ? "Medium" : "Small",
    showBorder: true,
    roundedCorners: true,
    items: [
      line(when, theirs === "" ? null : aside(theirs)),
      ...(stretched ? [aside(booking.stretches(stretched.name))] : []),
    ],
    selectAction: execute("book-check-in", { checkInId: about.checkIn.id, startsAt: slot.startsAt }, label),
  };
}

function inFull(slot: Slot, about: CheckInWithPeople, reader: CardReader): string {
  const theirs = partnerTimes(slot.startsAt, reader, about.partners);
  return [dayAndTime(slot.startsAt, reader), ...theirs].join(", ");
}

const people = ({ me, partners }: CheckInWithPeople): readonly Person[] => [me, ...partners];

/** To whom this booking falls and to whom the next. In a trio the order isn't known here, so only the first is told. */
function bookers(about: CheckInWithPeople): { readonly booker: string; readonly nextBooker: string | null } {
  const nameOf = (id: string) => people(about).find((one) => one.id === id)?.name ?? "";
  const other = people(about).find((one) => one.id !== about.checkIn.booker);
  return {
    booker: nameOf(about.checkIn.booker),
    nextBooker: about.partners.length === 1 ? (other?.name ?? null) : null,
  };
}
