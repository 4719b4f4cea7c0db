import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { type Card, open } from "./card.ts";
import { plainCard } from "./plain-card.ts";

/** The person's leave to the calendar has ended, and one tap leads to where it is renewed. */
export function connectionBrokenCard(links: Pick<Links, "calendar">, reader: CardReader): Card {
  const { connection } = reader.words;
  return plainCard(connection.broken, [connection.brokenSentence], [open(links.calendar, connection.connect)], reader);
}

/** A check-in can't be looked for before calendars are connected. */
export function connectFirstCard(sentence: string, links: Pick<Links, "calendar">, reader: CardReader): Card {
  const { connection } = reader.words;
  return plainCard(connection.missing, [sentence], [open(links.calendar, connection.connect)], reader);
}
