import type { CardReader } from "../turn.ts";
import { type Card, execute } from "./card.ts";
import { type CheckInWithPeople, nameOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { dayAndTime } from "./times.ts";

/** Whether the pair met, as the first answer has it. Where it says that they didn't, anybody may still say that they did. */
export function answeredCard(about: CheckInWithPeople, reader: CardReader): Card {
  const { rhythm } = reader.words;
  const { id, number, status, slot, settledBy } = about.checkIn;
  const by = nameOf(settledBy, about);
  if (status === "held")
    return plainCard(
      rhythm.met(number),
      slot ? [rhythm.metSentence(by, dayAndTime(slot.startsAt, reader))] : [],
      [],
      reader,
    );
  const afterAll = execute("answer-check-in", { checkInId: id, met: true }, rhythm.metAfterAll);
  return plainCard(rhythm.missed(number), [rhythm.missedSentence(by)], settledBy === null ? [] : [afterAll], reader);
}
