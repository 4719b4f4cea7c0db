import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { CohortBookingId } from "../../shared/domain/cohort-booking.ts";
import type { Card } from "./cards/card.ts";

/** What a message shows, and goes on showing as it changes. */
export type Shown =
  | { readonly kind: "check-in"; readonly id: CheckInId }
  | { readonly kind: "cohort-booking"; readonly id: CohortBookingId };

/** What the bot answers: always in plain words, mostly drawn as a card too. */
export interface Reply {
  /** The whole answer in plain words, for speech, previews and clients that draw no cards. */
  readonly text: string;
  readonly card: Card | null;
  /** What the message will go on showing: a check-in's turns into the receipt, a cohort booking's follows its progress. */
  readonly shows: Shown | null;
  /** The card holds only until a job puts the next one in its place. Where the message can't be replaced, its words are said instead. */
  readonly isPassing: boolean;
}

/** Words alone. */
export const say = (text: string): Reply => ({ text, card: null, shows: null, isPassing: false });

/** A card, and what becomes of it. */
export const show = (
  card: Card,
  { shows = null, isPassing = false }: Partial<Pick<Reply, "shows" | "isPassing">> = {},
): Reply => ({
  text: card.fallbackText,
  card,
  shows,
  isPassing,
});

/** A card that will turn into this check-in's receipt. */
export const showCheckIn = (card: Card, id: CheckInId): Reply => show(card, { shows: { kind: "check-in", id } });

/** A card that will follow this cohort booking's progress. */
export const showCohortBooking = (card: Card, id: CohortBookingId): Reply =>
  show(card, { shows: { kind: "cohort-booking", id } });
