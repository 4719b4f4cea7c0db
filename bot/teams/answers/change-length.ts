import { isInCalendars } from "../../../shared/domain/check-in.ts";
import { isPossibleLength, lengthRules } from "../../../shared/domain/slots/length.ts";
import { saying } from "../cards/card.ts";
import { onItsWayCard } from "../cards/on-its-way-card.ts";
import { plainCard } from "../cards/plain-card.ts";
import { type Reply, say, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";
import { offerTimes } from "./offer-times.ts";
import { refused } from "./refused.ts";

/** Lengths that are offered where none was named, in minutes. */
const usual = [30, 45, 60] as const;

/** "Make it 45 minutes": from the same start where it is booked, else for the times on offer. */
export const changeLength: Answer = async (turn, { minutes, pairId }) => {
  const { reader, useCases, by } = turn;
  if (minutes === null) return howLong(turn);
  if (!isPossibleLength(minutes)) return refused("impossible-length", turn);
  const next = await useCases.readNextCheckIn({ by, pairId: pairId ?? undefined });
  if (!next.ok) return refused(next.refusal, turn);
  const { checkIn, pair } = next.value;
  if (!checkIn) return say(reader.words.checkIns.nothingToChange);
  if (checkIn.minutes === minutes && isInCalendars(checkIn)) return say(reader.words.booking.lengthIsAlready(minutes));
  const changed = await useCases.changeLength({ by, checkInId: checkIn.id, minutes });
  if (!changed.ok) return refused(changed.refusal, turn);
  if (!isInCalendars(changed.value.checkIn)) return offerTimes(turn, { pairId: pair.id });
  const shows = { kind: "check-in", id: checkIn.id } as const;
  return show(onItsWayCard(changed.value, reader), { shows, isPassing: true });
};

function howLong({ reader }: Turn): Reply {
  const { booking } = reader.words;
  const sentence = booking.howLongSentence(lengthRules.least, lengthRules.most);
  const lengths = usual.map((minutes) => saying(booking.makeIt(minutes)));
  return show(plainCard(booking.howLong, [sentence], lengths, reader));
}
