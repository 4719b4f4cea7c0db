import type { CardReader } from "../turn.ts";
import type { Card } from "./card.ts";
import { plainCard } from "./plain-card.ts";

/** How to open the session from a meeting. Anybody in the meeting may read it, so it is about nobody. */
export const greetingCard = (reader: Pick<CardReader, "locale" | "words">): Card =>
  plainCard(reader.words.greeting.title, reader.words.greeting.sentences, [], reader);
