import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { type Card, execute } from "./card.ts";
import { type CheckInWithPeople, nameOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { reflectCard } from "./reflect-card.ts";

/** Whether the pair met, as the first answer has it. Where it says that they didn't, anybody may still say that they did. */
export function answeredCard(about: CheckInWithPeople, links: Pick<Links, "reflect">, reader: CardReader): Card {
  const { rhythm } = reader.words;
  const { id, number, status, settledBy } = about.checkIn;
  if (status === "held") return reflectCard(about, links, reader);
  const by = nameOf(settledBy, about);
  const afterAll = execute("answer-check-in", { checkInId: id, met: true }, rhythm.metAfterAll);
  return plainCard(rhythm.missed(number), [rhythm.missedSentence(by)], settledBy === null ? [] : [afterAll], reader);
}
