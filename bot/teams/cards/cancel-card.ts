import { cancelNotes } from "../../../shared/contract/cards.ts";
import { isInCalendars } from "../../../shared/domain/check-in.ts";
import type { CardReader } from "../turn.ts";
import { aside, type Card, type CardElement, card, execute, paragraph, title } from "./card.ts";
import { type CheckInWithPeople, countOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { whenAndWith } from "./times.ts";

/** Asks whether it is really to be cancelled, what the others are told, and says who reads that. */
export function askToCancelCard(about: CheckInWithPeople, reader: CardReader): Card {
  const stands = isInCalendars(about.checkIn) || about.checkIn.status === "booking";
  return stands ? cancelBookedCard(about, reader) : stopLookingCard(about, reader);
}

function cancelBookedCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const { id, slot } = about.checkIn;
  const heading = checkIns.askToCancel(whenAndWith(slot?.startsAt ?? null, about, reader));
  const sentence = checkIns.askToCancelSentence(countOf(about));
  const readers = about.partners.map(({ name }) => name);
  const label = checkIns.noteLabel(readers);
  const inWords = checkIns.noteChoices(
    label,
    cancelNotes.map((note) => checkIns.notes[note].label),
  );
  return card({
    locale: reader.locale,
    words: [heading, sentence, inWords, checkIns.noteReaders(readers)].join(" "),
    body: [title(heading), paragraph(sentence), notes(label, reader), aside(checkIns.noteReaders(readers))],
    actions: [
      execute("cancel-check-in", { checkInId: id }, checkIns.yesCancel),
      execute("keep-check-in", { checkInId: id }, checkIns.keepIt),
    ],
  });
}

function stopLookingCard({ checkIn: { id } }: CheckInWithPeople, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const actions = [
    execute("cancel-check-in", { checkInId: id }, checkIns.yesStop),
    execute("keep-check-in", { checkInId: id }, checkIns.keepIt),
  ];
  return plainCard(checkIns.askToCancelWish, [checkIns.askToCancelWishSentence], actions, reader);
}

const notes = (label: string, { words: { checkIns } }: CardReader): CardElement => ({
  type: "Input.ChoiceSet",
  id: "note",
  style: "compact",
  spacing: "Medium",
  label,
  value: cancelNotes[0],
  choices: cancelNotes.map((note) => ({ title: checkIns.notes[note].label, value: note })),
});
