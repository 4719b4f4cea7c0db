import { type CardPayload, type CardVerb, cardPayloads } from "../../../shared/contract/cards.ts";
import { type Reply, say } from "../reply.ts";
import type { Turn } from "../turn.ts";

/** What a card's button does. */
export interface CardButton {
  readonly verb: CardVerb;
  /** @param payload - as it came; what doesn't fit the contract is refused in a sentence. */
  readonly press: (payload: unknown, turn: Turn) => Promise<Reply>;
}

/** Declares what one verb does with a payload that fits the contract. */
export function action<Verb extends CardVerb>(
  verb: Verb,
  perform: (input: CardPayload<Verb>, turn: Turn) => Promise<Reply>,
): CardButton {
  return {
    verb,
    press: (payload, turn) => {
      const input = cardPayloads[verb].safeParse(payload);
      if (!input.success) return Promise.resolve(say(turn.reader.words.troubles.cardNotUnderstood));
      return perform(input.data as CardPayload<Verb>, turn);
    },
  };
}
