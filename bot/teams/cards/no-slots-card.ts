import { shortDay } from "../../../shared/content/when.ts";
import type { CardPayload } from "../../../shared/contract/cards.ts";
import { isInCalendars } from "../../../shared/domain/check-in.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import type { Opening } from "../../../shared/domain/slots/find-slots.ts";
import type { NoSlots } from "../../ports/messenger.ts";
import type { CardReader } from "../turn.ts";
import { type Card, type CardAction, execute } from "./card.ts";
import { type CheckInWithPeople, everyone, namesOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { whose } from "./slot-reason.ts";
import { fullDay } from "./times.ts";

/** What the times were to be like; what opens one changes a single thing about it. */
type Asked = Partial<Pick<CardPayload<"ask-for-times">, "around" | "minutes">>;

/** The most ways out that a card shows besides looking again. */
const most = 3;

/** Nothing to offer: why, and what would open a time, each one tap away. */
export function noSlotsCard(
  about: CheckInWithPeople,
  answer: NoSlots,
  reader: CardReader,
  { around, minutes }: Asked = {},
): Card {
  const { booking } = reader.words;
  const ask = (label: string, more: Partial<CardPayload<"ask-for-times">> = {}) =>
    execute("ask-for-times", { checkInId: about.checkIn.id, ...given({ around, minutes }), ...more }, label);
  const openings = answer.openings.map((one) => openingOf(one, about, reader, ask));
  const usual = answer.reason === "calendar-unreadable" ? booking.openingUnreadable : booking.openingNone;
  return plainCard(
    isInCalendars(about.checkIn) ? booking.noMoveTitle : booking.noSlotsTitle,
    [
      why(answer, about, reader, around !== undefined),
      ...(openings.length > 0 ? openings.map(({ sentence }) => sentence) : [usual]),
    ],
    [...openings.map(({ action }) => action), ask(booking.tryAgain)].slice(0, most),
    reader,
  );
}

/** Only what was given: a card carries no empty fields. */
const given = ({ around, minutes }: Asked): Asked => ({
  ...(around === undefined ? {} : { around }),
  ...(minutes === undefined ? {} : { minutes }),
});

function why(
  { reason, unreadable, openings }: NoSlots,
  about: CheckInWithPeople,
  reader: CardReader,
  isAroundDay: boolean,
): string {
  const { booking } = reader.words;
  switch (reason) {
    case "no-hour-in-common":
      return booking.noHourInCommon(isAroundDay);
    case "all-common-hours-taken":
      return booking.allHoursTaken(isAroundDay);
    case "only-the-same-person-again": {
      const again = openings.find((one) => one.kind === "same-person-again");
      return again ? booking.onlySamePerson(whoseIs(again.person, about)) : booking.onlySamePersonTaken;
    }
    case "calendar-unreadable": {
      const names = namesOf(unreadable, about);
      return names.length > 0 ? booking.unreadable(names) : booking.someUnreadable;
    }
  }
}

interface OpeningShown {
  readonly sentence: string;
  readonly action: CardAction;
}

type AskFor = (label: string, more: Partial<CardPayload<"ask-for-times">>) => CardAction;

function openingOf(opening: Opening, about: CheckInWithPeople, reader: CardReader, ask: AskFor): OpeningShown {
  const { booking } = reader.words;
  switch (opening.kind) {
    case "shorter": {
      const { minutes } = opening;
      return {
        sentence: booking.openingShorter(minutes),
        action: ask(booking.shorterLabel(minutes), { minutes }),
      };
    }
    case "later": {
      const from = Temporal.Instant.fromEpochMilliseconds(opening.from);
      return {
        sentence: booking.openingLater(fullDay(from.toString(), reader)),
        action: ask(booking.laterLabel(shortDay(from.toString(), reader)), { around: dayOf(from, about.me) }),
      };
    }
    case "same-person-again": {
      const bears = whoseIs(opening.person, about);
      return {
        sentence: booking.openingSamePerson(bears),
        action: ask(booking.againLabel(bears), { evenAgain: true }),
      };
    }
  }
}

/** The day in the person's own zone, in which a day that is asked for is read. */
const dayOf = (instant: Temporal.Instant, { timeZone }: Person): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();

const whoseIs = (id: PersonId, about: CheckInWithPeople) =>
  whose(everyone(about).find((one) => one.id === id) ?? { id, name: "" }, about.me.id);
