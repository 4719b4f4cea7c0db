import { refusalSentence } from "../../../shared/content/refusal-sentence.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import { connectFirstCard } from "../cards/connection-card.ts";
import { noSlotsCard } from "../cards/no-slots-card.ts";
import { slotsCard } from "../cards/slots-card.ts";
import type { Wish } from "../planner/wish.ts";
import { type Reply, say, show, showCheckIn } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { refused } from "./refused.ts";
import { showNextOf } from "./see-next-check-in.ts";

export interface TimesWanted {
  readonly pairId?: PairId | undefined;
  readonly around?: string | undefined;
  /** Times besides those on offer. */
  readonly others?: boolean | undefined;
  /** Times to move a check-in to that is booked already. */
  readonly move?: boolean | undefined;
  /** How long it is to be. */
  readonly minutes?: number | undefined;
  /** Whether the day of whoever bore the last uncomfortable hour may be stretched again, this once. */
  readonly evenAgain?: boolean | undefined;
}

/** Looks for times and shows them, or the one that stands already, or says why there are none and what would open one. */
export async function offerTimes(turn: Turn, wanted: TimesWanted): Promise<Reply> {
  const { reader, links, useCases, by } = turn;
  const asked = await useCases.askForCheckIn({ by, ...wanted });
  if (asked.ok) {
    const { noSlots, ...about } = asked.value;
    const card = noSlots ? noSlotsCard(about, noSlots, reader, wanted) : slotsCard(about, reader);
    return showCheckIn(card, about.checkIn.id);
  }
  if (asked.refusal === "already-booked") return showNextOf(turn, wanted.pairId);
  if (asked.refusal === "calendar-not-connected")
    return show(connectFirstCard(refusalSentence(asked.refusal, reader.locale), links, reader));
  return refused(asked.refusal, turn);
}

/** What is answered to a day that lies behind; `null` where the day, if any, is one to look around. */
export function pastDay({ day }: Pick<Wish, "day">, { reader }: Turn): Reply | null {
  const today = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  return day && Temporal.PlainDate.compare(day, today) < 0 ? say(reader.words.booking.dayHasPassed) : null;
}
