import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { Card } from "./cards/card.ts";

/** What the bot answers: always in plain words, mostly drawn as a card too. */
export interface Reply {
  /** The whole answer in plain words, for speech, previews and clients that draw no cards. */
  readonly text: string;
  readonly card: Card | null;
  /** The check-in the message shows: it will turn into the receipt. */
  readonly shows: CheckInId | null;
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
