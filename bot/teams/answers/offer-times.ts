import type { PairId } from "../../../shared/domain/pair.ts";
import { noSlotsCard } from "../cards/booking-cards.ts";
import { slotsCard } from "../cards/slots-card.ts";
import { type Reply, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { refused } from "./refused.ts";
import { seeNextCheckIn } from "./see-next-check-in.ts";

export interface TimesWanted {
  readonly pairId?: PairId | undefined;
  readonly around?: string | undefined;
  /** Times besides those on offer. */
  readonly others?: boolean | undefined;
}

const withoutSlots: ReadonlySet<string> = new Set([
  "calendar-unreadable",
  "no-hour-in-common",
  "all-common-hours-taken",
]);

/** Looks for times and shows them, or the one that stands already, or says why there are none. */
export async function offerTimes(turn: Turn, wanted: TimesWanted): Promise<Reply> {
  const asked = await turn.useCases.askForCheckIn({ by: turn.by, ...wanted });
  if (asked.ok) return show(slotsCard(asked.value, turn.reader), { shows: asked.value.checkIn.id });
  if (asked.refusal === "already-booked") return seeNextCheckIn(turn);
  if (!withoutSlots.has(asked.refusal)) return refused(asked.refusal, turn);
  const next = await turn.useCases.readNextCheckIn({ by: turn.by });
  return show(noSlotsCard(next.ok ? (next.value.checkIn?.id ?? null) : null, asked.refusal, turn.reader));
}
