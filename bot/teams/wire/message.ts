import { type Activity, CardFactory, InputHints, MessageFactory } from "botbuilder";
import type { Card } from "../cards/card.ts";
import type { Reply } from "../reply.ts";

/** The largest message that every published limit of Teams lets through, in bytes. */
export const mostBytes = 28 * 1024;

/** A reply as a message. A card too large for Teams is said in its words instead. */
export function messageOf({ text, card }: Pick<Reply, "text" | "card">): Partial<Activity> {
  if (!card || Buffer.byteLength(JSON.stringify(card)) > mostBytes - 2048)
    return MessageFactory.text(text, text, InputHints.AcceptingInput);
  return {
    ...MessageFactory.attachment(CardFactory.adaptiveCard(card), undefined, text, InputHints.AcceptingInput),
    summary: text,
  };
}

/** What the press of a button is answered with: the next card in place of the pressed one, or a sentence. */
export function invokeResponseOf({ text, card }: Pick<Reply, "text" | "card">): Partial<Activity> {
  const body: { readonly statusCode: 200; readonly type: string; readonly value: Card | string } = card
    ? { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card }
    : { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
  return { type: "invokeResponse", value: { status: 200, body } };
}
