import { refusalSentence } from "../../../shared/content/refusal-sentence.ts";
import { shortDay } from "../../../shared/content/when.ts";
import type { RefusalCode } from "../../../shared/contract/refusals.ts";
import { type CheckInId, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { Opening } from "../../../shared/domain/slots/find-slots.ts";
import type { NoSlots } from "../../ports.ts";
import type { CardReader } from "../turn.ts";
import { type Card, type CardAction, execute, saying } from "./card.ts";
import { type CheckInWithPeople, everyone, namesOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { whose } from "./slot-reason.ts";
import { fullDay } from "./times.ts";

/** Nothing to offer: why, and what would open a time, each as far as one tap can. */
export function noSlotsCard(about: CheckInWithPeople, answer: NoSlots, reader: CardReader): Card {
  const { booking } = reader.words;
  const openings = answer.openings.map((one) => openingOf(one, about, reader));
  const hints = openings.map(({ sentence }) => sentence);
  const actions = openings.flatMap(({ action }) => action ?? []);
  const usual = answer.reason === "calendar-unreadable" ? booking.openingUnreadable : booking.openingNone;
  const again = execute("offer-other-times", { checkInId: about.checkIn.id }, booking.tryAgain);
  return plainCard(
    isInCalendars(about.checkIn) ? booking.noMoveTitle : booking.noSlotsTitle,
    [why(answer, about, reader), ...(hints.length > 0 ? hints : [usual])],
    actions.length > 1 ? actions.slice(0, 2) : [...actions, again],
    reader,
  );
}

/** Nothing to offer, where only the reason's code is known. */
export function noSlotsForCard(checkInId: CheckInId | null, reason: RefusalCode, reader: CardReader): Card {
  const { booking } = reader.words;
  const again = checkInId === null ? [] : [execute("offer-other-times", { checkInId }, booking.tryAgain)];
  return plainCard(booking.noSlotsTitle, [refusalSentence(reason, reader.locale)], again, reader);
}

function why(
  { reason, unreadable }: NoSlots,
  about: CheckInWithPeople,
  { words: { booking }, locale }: CardReader,
): string {
  if (reason === "no-hour-in-common") return booking.noHourInCommon;
  if (reason === "all-common-hours-taken") return booking.allHoursTaken;
  const names = namesOf(unreadable, about);
  return names.length > 0 ? booking.unreadable(names) : refusalSentence(reason, locale);
}

interface OpeningShown {
  readonly sentence: string;
  readonly action: CardAction | null;
}

function openingOf(opening: Opening, about: CheckInWithPeople, reader: CardReader): OpeningShown {
  const { booking } = reader.words;
  if (opening.kind === "shorter")
    return {
      sentence: booking.openingShorter(opening.minutes),
      action: saying(booking.makeIt(opening.minutes), booking.lengthLabel(opening.minutes)),
    };
  if (opening.kind === "later") {
    const from = Temporal.Instant.fromEpochMilliseconds(opening.from).toString();
    const label = booking.lookFromLabel(shortDay(from, reader));
    const words = isInCalendars(about.checkIn) ? booking.moveTo : booking.lookFrom;
    return {
      sentence: booking.openingLater(fullDay(from, reader)),
      action: saying(words(fullDay(from, reader)), label),
    };
  }
  const bearer = everyone(about).find((one) => one.id === opening.person);
  return {
    sentence: booking.openingSamePerson(whose(bearer ?? { id: opening.person, name: "" }, about.me.id)),
    action: null,
  };
}
