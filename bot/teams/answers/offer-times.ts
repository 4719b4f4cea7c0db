import { refusalSentence } from "../../../shared/content/refusal-sentence.ts";
import { isInCalendars } from "../../../shared/domain/check-in.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import { connectFirstCard } from "../cards/connection-card.ts";
import { noSlotsForCard } from "../cards/no-slots-card.ts";
import { slotsCard } from "../cards/slots-card.ts";
import type { Wish } from "../planner/wish.ts";
import { type Reply, say, show, showCheckIn } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { refused } from "./refused.ts";
import { seeNextCheckIn } from "./see-next-check-in.ts";

export interface TimesWanted {
  readonly pairId?: PairId | undefined;
  readonly around?: string | undefined;
  /** Times besides those on offer. */
  readonly others?: boolean | undefined;
  /** Times to move a check-in to that is booked already. */
  readonly move?: boolean | undefined;
  /** How long it is to be, where somebody named a possible length. */
  readonly minutes?: number | undefined;
}

const withoutSlots: ReadonlySet<string> = new Set([
  "calendar-unreadable",
  "no-hour-in-common",
  "all-common-hours-taken",
  "only-the-same-person-again",
]);

/** Looks for times and shows them, or the one that stands already, or says why there are none. */
export async function offerTimes(turn: Turn, wanted: TimesWanted): Promise<Reply> {
  const { reader, links } = turn;
  const asked = await ask(turn, wanted);
  if (asked.ok) return showCheckIn(slotsCard(asked.value, reader), asked.value.checkIn.id);
  if (asked.refusal === "already-booked") return seeNextCheckIn(turn);
  if (asked.refusal === "calendar-not-connected")
    return show(connectFirstCard(refusalSentence(asked.refusal, reader.locale), links, reader));
  if (!withoutSlots.has(asked.refusal)) return refused(asked.refusal, turn);
  const next = await turn.useCases.readNextCheckIn({ by: turn.by });
  return show(noSlotsForCard(next.ok ? (next.value.checkIn?.id ?? null) : null, asked.refusal, reader));
}

/** Asks for times; where a length was named that isn't the usual one, the wish gets that length first. */
async function ask({ useCases, by }: Turn, { minutes, ...wanted }: TimesWanted) {
  const asked = await useCases.askForCheckIn({ by, ...wanted });
  if (!asked.ok || minutes === undefined) return asked;
  const { checkIn } = asked.value;
  if (checkIn.minutes === minutes || isInCalendars(checkIn)) return asked;
  const changed = await useCases.changeLength({ by, checkInId: checkIn.id, minutes });
  return changed.ok ? useCases.askForCheckIn({ by, ...wanted }) : changed;
}

/** What is answered to a day that lies behind; `null` where the day, if any, is one to look around. */
export function pastDay({ day }: Pick<Wish, "day">, { reader }: Turn): Reply | null {
  const today = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  return day && Temporal.PlainDate.compare(day, today) < 0 ? say(reader.words.booking.dayHasPassed) : null;
}
