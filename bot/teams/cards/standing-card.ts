import { isAhead, isInCalendars, isOnTheSpot } from "../../../shared/domain/check-in.ts";
import { offerOf } from "../planner/language.ts";
import type { CardReader } from "../turn.ts";
import { type Card, type CardAction, card, execute, open, paragraph, saying, title } from "./card.ts";
import { type CheckInWithPeople, countOf, nameOf } from "./people.ts";
import { partnerTimes, whenAndWith } from "./times.ts";

/** What is said of a check-in that stands: a short label, and sentences about what just happened. */
interface Said {
  readonly label: string;
  readonly sentences: readonly string[];
  /** What can be done; by how the check-in stands unless given. */
  readonly actions?: readonly CardAction[];
}

/** A check-in as it stands in the calendars: when, with whom, on whose clock, and what just happened to it. */
export function standingCard(about: CheckInWithPeople, said: Said, reader: CardReader): Card {
  const { slot } = about.checkIn;
  const heading = whenAndWith(slot?.startsAt ?? null, about, reader);
  const theirs = slot ? partnerTimes(slot.startsAt, reader, about.partners).join(", ") : "";
  const facts = [...(theirs === "" ? [] : [`${theirs}.`]), ...said.sentences].join(" ");
  const notes = notesOf(about, reader);
  return card({
    locale: reader.locale,
    words: [`${said.label.replace(/^✓ /u, "")}: ${heading}.`, facts, ...notes].join(" "),
    body: [paragraph(said.label), title(heading), paragraph(facts), ...notes.map(paragraph)],
    actions: said.actions ?? standingActions(about, reader),
  });
}

/** The receipt: it stands in the calendars. */
export function receiptCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { checkIns } = reader.words;
  if (isOnTheSpot(about.checkIn)) return onTheSpotCard(about, reader);
  const hasMeeting = about.checkIn.event?.joinUrl != null;
  return standingCard(
    about,
    {
      label: checkIns.booked,
      sentences: [
        checkIns.bookedSentence(countOf(about), hasMeeting),
        ...(hasMeeting ? [] : [checkIns.noTeamsMeeting]),
        ...opens(about, reader),
        ...(about.checkIn.declined.length > 0 ? [stillDeclined(about, reader)] : []),
      ],
    },
    reader,
  );
}

/** It is held on the spot, in a meeting that nobody booked. */
function onTheSpotCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { onTheSpot, onTheSpotSentence } = reader.words.checkIns;
  return standingCard(about, { label: onTheSpot, sentences: [onTheSpotSentence, ...opens(about, reader)] }, reader);
}

/** Who opens, as a sentence; none where that isn't known. */
export function opens(about: CheckInWithPeople, { words: { checkIns } }: CardReader): readonly string[] {
  const opener = nameOf(about.checkIn.opener, about);
  return opener === null ? [] : [checkIns.opens(opener)];
}

/** Join, move, cancel: what can be done with a check-in that stands. */
export function standingActions(
  { checkIn }: CheckInWithPeople,
  { words: { checkIns } }: CardReader,
): readonly CardAction[] {
  const { id, event } = checkIn;
  return [
    ...(event?.joinUrl == null ? [] : [open(event.joinUrl, checkIns.join)]),
    execute("move-check-in", { checkInId: id }, checkIns.move),
    execute("ask-to-cancel", { checkInId: id }, checkIns.cancel),
  ];
}

/** "Find another time", as far as the check-in's state lets it: move it, look again for it, or book the next. */
export function anotherTime({ checkIn }: CheckInWithPeople, reader: CardReader): CardAction {
  const { findAnother } = reader.words.checkIns;
  if (isInCalendars(checkIn)) return execute("move-check-in", { checkInId: checkIn.id }, findAnother);
  if (isAhead(checkIn)) return execute("offer-other-times", { checkInId: checkIn.id }, findAnother);
  return saying(offerOf("book-next-check-in", reader.locale), findAnother);
}

/** What policy kept from the meeting, and what a person can do about it. */
function notesOf({ checkIn }: CheckInWithPeople, { words: { checkIns } }: CardReader): readonly string[] {
  if (checkIn.event === null || !isInCalendars(checkIn)) return [];
  return [
    ...(checkIn.appInChat === "refused" ? [checkIns.addByHand] : []),
    ...(checkIn.recordingOff === "refused" ? [checkIns.recording] : []),
  ];
}

const stillDeclined = (about: CheckInWithPeople, { words: { checkIns } }: CardReader): string =>
  checkIns.stillDeclined(about.checkIn.declined.flatMap((id) => nameOf(id, about) ?? []));
