import type { CardPayload, CardVerb } from "../../../shared/contract/cards.ts";

/** An Adaptive Card as plain JSON. */
export interface Card {
  readonly type: "AdaptiveCard";
  readonly $schema: string;
  readonly version: "1.5";
  readonly lang: string;
  /** The whole card in plain words. */
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

export interface CardElement {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface CardAction extends CardElement {
  readonly title: string;
}

interface Parts {
  readonly locale: string;
  /** The card in plain words. */
  readonly words: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[] | undefined;
}

/** The most actions a card has besides its slots. */
const mostActions = 3;

/** A card of one column. Its words go wherever it can't be drawn. */
export function card({ locale, words, body, actions = [] }: Parts): Card {
  if (actions.length > mostActions) throw new Error(`A card has at most ${mostActions} actions.`);
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: locale,
    fallbackText: words,
    speak: words,
    body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}

/** The card's one heading. */
export const title = (text: string): CardElement => ({
  type: "TextBlock",
  text: unmarked(text),
  size: "Medium",
  weight: "Bolder",
  wrap: true,
  style: "heading",
});

/** A sentence of the card. */
export const paragraph = (text: string): CardElement => ({
  type: "TextBlock",
  text: unmarked(text),
  wrap: true,
  spacing: "Small",
});

/** A smaller line under something. */
export const aside = (text: string): CardElement => ({ ...paragraph(text), isSubtle: true, size: "Small" });

/** What stands on the left and what on the right of one line. */
export const line = (left: CardElement, right: CardElement | null): CardElement => ({
  type: "ColumnSet",
  spacing: "Small",
  columns: [
    { type: "Column", width: "stretch", verticalContentAlignment: "Center", items: [left] },
    ...(right ? [{ type: "Column", width: "auto", verticalContentAlignment: "Center", items: [right] }] : []),
  ],
});

/** A button that asks the bot; where a phone can't, it sends the same as a message. */
export const execute = <Verb extends CardVerb>(verb: Verb, data: CardPayload<Verb>, label: string): CardAction => ({
  type: "Action.Execute",
  title: label,
  verb,
  data,
  fallback: { type: "Action.Submit", title: label, data: { verb, ...data } },
});

/** A button that says something in the person's place. */
export const saying = (text: string, label = text): CardAction => execute("say", { text }, label);

/** A button that first asks whether it is meant, in a card that opens below it. */
export const ask = (label: string, question: string, yes: CardAction): CardAction => ({
  type: "Action.ShowCard",
  title: label,
  card: { type: "AdaptiveCard", version: "1.5", body: [paragraph(question)], actions: [yes] },
});

/** A button that opens a page. */
export const open = (url: string, label: string): CardAction => ({ type: "Action.OpenUrl", title: label, url });

/** Names and other words as they are: Adaptive Cards would read some marks as formatting. */
const unmarked = (text: string): string => text.replaceAll(/([\\*_[\]])/gu, "\\$1");
