import { type ReflectionAnswer, reflectionAnswers } from "../../../shared/domain/reflection.ts";
import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { aside, type Card, type CardAction, type CardElement, card, execute, open, paragraph, title } from "./card.ts";
import { type CheckInWithPeople, nameOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { dayAndTime } from "./times.ts";

type ReflectLinks = Pick<Links, "reflect">;

/** The pair met: who said so, two taps that stay the reader's own unless everybody shares, and the way to what was noted. */
export function reflectCard(about: CheckInWithPeople, links: ReflectLinks, reader: CardReader): Card {
  const { rhythm, reflecting } = reader.words;
  const { number, slot, settledBy } = about.checkIn;
  const heading = rhythm.met(number);
  const when = slot ? [rhythm.metSentence(nameOf(settledBy, about), dayAndTime(slot.startsAt, reader))] : [];
  const said = [...when, reflecting.invitation].join(" ");
  const readers = reflecting.readers(about.partners.map(({ name }) => name));
  const questions = [reflecting.feltHeard, reflecting.roomToSpeak];
  return card({
    locale: reader.locale,
    words: [`${heading.replace(/^✓ /u, "")}.`, said, ...questions.map((one) => inWords(one, reader)), readers].join(
      " ",
    ),
    body: [
      title(heading),
      paragraph(said),
      choices("feltHeard", reflecting.feltHeard, reader),
      choices("roomToSpeak", reflecting.roomToSpeak, reader),
      aside(readers),
    ],
    actions: reflectActions(about, links, reader),
  });
}

function reflectActions(
  { checkIn: { id: checkInId }, partners }: CheckInWithPeople,
  links: ReflectLinks,
  { words: { reflecting } }: CardReader,
): readonly CardAction[] {
  const share = reflecting.share(partners.map(({ name }) => name));
  return [
    execute("reflect", { checkInId, share: false }, reflecting.keep),
    execute("reflect", { checkInId, share: true }, share),
    open(links.reflect(checkInId), reflecting.draft),
  ];
}

const labelsOf = ({ words: { reflecting } }: CardReader): readonly string[] =>
  reflectionAnswers.map((answer) => reflecting.answers[answer]);

const inWords = (question: string, reader: CardReader): string =>
  reader.words.reflecting.question(question, labelsOf(reader));

const choices = (id: "feltHeard" | "roomToSpeak", label: string, reader: CardReader): CardElement => ({
  type: "Input.ChoiceSet",
  id,
  style: "expanded",
  spacing: "Medium",
  label,
  choices: reflectionAnswers.map((value: ReflectionAnswer, at) => ({ title: labelsOf(reader)[at] ?? value, value })),
});

/** What became of the two taps. They are not repeated: an organisation may keep its chats. */
export function reflectedCard(
  { checkIn, partners }: CheckInWithPeople,
  standing: "kept" | "shared" | "revealed",
  links: ReflectLinks,
  reader: CardReader,
): Card {
  const { reflecting } = reader.words;
  const names = partners.map(({ name }) => name);
  const [heading, sentence] = {
    kept: [reflecting.kept, reflecting.keptSentence],
    shared: [reflecting.shared(names), reflecting.sharedSentence(names)],
    revealed: [reflecting.revealed, reflecting.revealedSentence],
  }[standing];
  const page = open(links.reflect(checkIn.id), reflecting.openPage);
  return plainCard(heading ?? "", [sentence ?? "", reflecting.notesWait], [page], reader);
}
