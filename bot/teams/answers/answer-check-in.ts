import { isInCalendars } from "../../../shared/domain/check-in.ts";
import { answeredCard } from "../cards/answered-card.ts";
import { dayAndTime } from "../cards/times.ts";
import { type Reply, say, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";
import { refused } from "./refused.ts";

/** "We met", "we didn't meet": about the check-in that has begun and waits for an answer. */
const answer =
  (met: boolean): Answer =>
  async (turn, { pairId }) => {
    const { reader, useCases, by } = turn;
    const next = await useCases.readNextCheckIn({ by, pairId: pairId ?? undefined });
    if (!next.ok) return refused(next.refusal, turn);
    const checkIn = next.value.begun ?? next.value.checkIn;
    if (!checkIn?.slot || !isInCalendars(checkIn)) return say(reader.words.rhythm.nothingEnded);
    if (Temporal.Instant.compare(reader.now, checkIn.slot.startsAt) < 0)
      return say(reader.words.rhythm.notBegun(dayAndTime(checkIn.slot.startsAt, reader)));
    return settle(turn, { checkInId: checkIn.id, met });
  };

/** Keeps the answer, and shows the one that stands. */
export async function settle(turn: Turn, input: { readonly checkInId: string; readonly met: boolean }): Promise<Reply> {
  const answered = await turn.useCases.answerCheckIn({ by: turn.by, ...input });
  return answered.ok ? show(answeredCard(answered.value, turn.links, turn.reader)) : refused(answered.refusal, turn);
}

export const weMet = answer(true);
export const weDidNotMeet = answer(false);
