import { isInCalendars } from "../../../shared/domain/check-in.ts";
import type { Answer } from "./answer.ts";
import { offerTimes, pastDay } from "./offer-times.ts";
import { refused } from "./refused.ts";

/** "Move it to Friday": other times for what is booked; for what isn't yet, times. */
export const moveCheckIn: Answer = async (turn, wish) => {
  const past = pastDay(wish, turn);
  if (past) return past;
  const next = await turn.useCases.readNextCheckIn({ by: turn.by, pairId: wish.pairId ?? undefined });
  if (!next.ok) return refused(next.refusal, turn);
  const { pair, checkIn } = next.value;
  const move = checkIn !== null && isInCalendars(checkIn);
  return offerTimes(turn, { pairId: pair.id, around: wish.day?.toString(), ...(move ? { move } : {}) });
};
