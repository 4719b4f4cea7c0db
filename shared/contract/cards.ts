import { z } from "zod";
import { id, instant } from "./endpoint.ts";

/** What a card's button sends back. Who pressed it comes from Teams and never from here: card data can be forged. */
export const cardPayloads = {
  "book-check-in": z.strictObject({ checkInId: id, startsAt: instant }),
  "offer-other-times": z.strictObject({ checkInId: id }),
  "see-quiet-pairs": z.strictObject({ cohortId: id }),
  say: z.strictObject({ text: z.string().min(1).max(200) }),
} as const;

export type CardVerb = keyof typeof cardPayloads;
export type CardPayload<Verb extends CardVerb> = z.infer<(typeof cardPayloads)[Verb]>;

export const cardVerbs = Object.keys(cardPayloads) as readonly CardVerb[];
