import { z } from "zod";
import { bookingSteers } from "../domain/cohort-booking.ts";
import { reflectionAnswers } from "../domain/reflection.ts";
import { date, id, instant } from "./endpoint.ts";

/** Notes that go with a cancellation from the chat, by name; their words are content. Free words are typed in the tab. */
export const cancelNotes = ["none", "something-came-up", "not-well", "find-another-time"] as const;

/** What a card's button sends back. Who pressed it comes from Teams and never from here: card data can be forged. */
export const cardPayloads = {
  "book-check-in": z.strictObject({ checkInId: id, startsAt: instant }),
  "offer-other-times": z.strictObject({ checkInId: id }),
  "ask-for-times": z.strictObject({
    checkInId: id,
    around: date.optional(),
    minutes: z.int().optional(),
    evenAgain: z.boolean().optional(),
  }),
  "move-check-in": z.strictObject({ checkInId: id }),
  "ask-to-cancel": z.strictObject({ checkInId: id }),
  "keep-check-in": z.strictObject({ checkInId: id }),
  "cancel-check-in": z.strictObject({ checkInId: id, note: z.enum(cancelNotes).optional() }),
  "answer-check-in": z.strictObject({ checkInId: id, met: z.boolean() }),
  /** The two taps after a session. Teams sends "" for a question that was left open. */
  reflect: z.strictObject({
    checkInId: id,
    feltHeard: z.enum(reflectionAnswers).or(z.literal("")).optional(),
    roomToSpeak: z.enum(reflectionAnswers).or(z.literal("")).optional(),
    share: z.boolean(),
  }),
  "begin-cohort-booking": z.strictObject({ cohortId: id }),
  "steer-cohort-booking": z.strictObject({ cohortBookingId: id, steer: z.enum(bookingSteers) }),
  "see-quiet-pairs": z.strictObject({ cohortId: id }),
  say: z.strictObject({ text: z.string().min(1).max(200) }),
} as const;

export type CardVerb = keyof typeof cardPayloads;
export type CardPayload<Verb extends CardVerb> = z.infer<(typeof cardPayloads)[Verb]>;

export const cardVerbs = Object.keys(cardPayloads) as readonly CardVerb[];
