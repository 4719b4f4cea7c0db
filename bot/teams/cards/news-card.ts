import { isInCalendars } from "../../../shared/domain/check-in.ts";
import type { NewsKind } from "../../../shared/domain/news.ts";
import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { answeredCard } from "./answered-card.ts";
import { type Card, execute } from "./card.ts";
import {
  cancelledCard,
  cancelledInOutlookCard,
  cannotBookCard,
  organiserLeftCard,
  slotLostCard,
} from "./fallen-cards.ts";
import { changedCard, movedCard } from "./moved-cards.ts";
import { type CheckInWithPeople, countOf, nameOf, namesOf } from "./people.ts";
import { anotherTime, receiptCard, standingCard } from "./standing-card.ts";
import type { Told } from "./told.ts";

type Draw = (about: CheckInWithPeople, news: Told, reader: CardReader, links: NewsLinks) => Card;
type NewsLinks = Pick<Links, "reflect">;

const declined: Draw = (about, _news, reader) => {
  const { checkIns } = reader.words;
  const gone = about.checkIn.declined;
  const stands = [about.me, ...about.partners].filter(({ id }) => !gone.includes(id)).map(({ id }) => id);
  const actions = [
    anotherTime(about, reader),
    execute("ask-to-cancel", { checkInId: about.checkIn.id }, checkIns.cancelIt),
  ];
  const label = checkIns.declined(namesOf(gone, about));
  return standingCard(
    about,
    { label, sentences: [checkIns.declinedSentence(namesOf(stands, about))], actions },
    reader,
  );
};

const accepted: Draw = (about, { by }, reader) => {
  const { checkIns } = reader.words;
  const still = namesOf(about.checkIn.declined, about);
  const sentences = [still.length > 0 ? checkIns.stillDeclined(still) : checkIns.acceptedSentence(countOf(about))];
  return standingCard(about, { label: checkIns.accepted(nameOf(by, about)), sentences }, reader);
};

/** A change that a label and one sentence tell whole. */
const told =
  (words: (checkIns: CardReader["words"]["checkIns"], about: CheckInWithPeople) => readonly [string, string]): Draw =>
  (about, _news, reader) => {
    const [label, sentence] = words(reader.words.checkIns, about);
    return standingCard(about, { label, sentences: [sentence] }, reader);
  };

const guestsChanged = told((checkIns, about) => {
  const people = countOf(about);
  return about.checkIn.guests === 0
    ? [checkIns.guestsGone, checkIns.guestsGoneSentence(people)]
    : [checkIns.guestsChanged, checkIns.guestsChangedSentence(about.checkIn.guests, people)];
});

const drawings: Readonly<Record<NewsKind, Draw>> = {
  booked: (about, _news, reader) => receiptCard(about, reader),
  moved: movedCard,
  "move-lost": told((checkIns) => [checkIns.moveLost, checkIns.moveLostSentence]),
  "moved-in-outlook": changedCard,
  "length-changed-in-outlook": changedCard,
  "accepted-in-outlook": accepted,
  "declined-in-outlook": declined,
  "link-removed-in-outlook": told((checkIns) => [checkIns.linkRemoved, checkIns.linkRemovedSentence]),
  "link-returned-in-outlook": told((checkIns) => [checkIns.linkReturned, checkIns.linkReturnedSentence]),
  "guests-changed-in-outlook": guestsChanged,
  "slot-lost": slotLostCard,
  "cannot-book": (about, _news, reader) => cannotBookCard(about, reader),
  cancelled: cancelledCard,
  "cancelled-in-outlook": cancelledInOutlookCard,
  "organiser-left": organiserLeftCard,
  answered: (about, _news, reader, links) => answeredCard(about, links, reader),
};

/** News that only speak of a check-in while it stands in the calendars. */
const ofStanding: ReadonlySet<NewsKind> = new Set([
  "booked",
  "moved",
  "move-lost",
  "moved-in-outlook",
  "length-changed-in-outlook",
  "accepted-in-outlook",
  "declined-in-outlook",
  "link-removed-in-outlook",
  "link-returned-in-outlook",
  "guests-changed-in-outlook",
]);

/** The card for one piece of news. What has ended meanwhile is shown as it ended, so that nobody is told what no longer holds. */
export function newsCard(about: CheckInWithPeople, news: Told, links: NewsLinks, reader: CardReader): Card {
  const { checkIn } = about;
  if (!ofStanding.has(news.kind) || isInCalendars(checkIn)) return drawings[news.kind](about, news, reader, links);
  if (checkIn.status === "held" || checkIn.status === "missed") return answeredCard(about, links, reader);
  if (checkIn.status === "cancelled") return cancelledCard(about, news, reader);
  return slotLostCard(about, news, reader);
}
