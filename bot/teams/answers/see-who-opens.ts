import { say } from "../reply.ts";
import type { Answer } from "./answer.ts";
import { refused } from "./refused.ts";

/** "Who opens next?": whose turn it is to open, and to whom the booking falls. */
export const seeWhoOpens: Answer = async (turn, { pairId }) => {
  const next = await turn.useCases.readNextCheckIn({ by: turn.by, pairId: pairId ?? undefined });
  if (!next.ok) return refused(next.refusal, turn);
  const { checkIn, me, partners, nextOpener, nextBooker } = next.value;
  const nameOf = (id: string) => [me, ...partners].find((one) => one.id === id)?.name ?? "";
  return say(turn.reader.words.answers.whoOpens(checkIn?.number ?? null, nameOf(nextOpener), nameOf(nextBooker)));
};
