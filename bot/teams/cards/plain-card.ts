import type { CardReader } from "../turn.ts";
import { type Card, type CardAction, card, paragraph, title } from "./card.ts";

/** A heading, a few sentences and what can be done next. */
export function plainCard(
  heading: string,
  sentences: readonly string[],
  actions: readonly CardAction[],
  reader: Pick<CardReader, "locale">,
): Card {
  const stop = /[.?!]$/u.test(heading) ? "" : ".";
  return card({
    locale: reader.locale,
    words: [`${heading.replace(/^✓ /u, "")}${stop}`, ...sentences].join(" "),
    body: [title(heading), ...sentences.map(paragraph)],
    actions,
  });
}

/** Some sentences and what can be done next. */
export function noteCard(
  sentences: readonly string[],
  actions: readonly CardAction[],
  reader: Pick<CardReader, "locale">,
): Card {
  return card({ locale: reader.locale, words: sentences.join(" "), body: sentences.map(paragraph), actions });
}
