import type { PartOfDay } from "../../../shared/content/en/bot/booking.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import { isForBearerAlone, type Slot } from "../../../shared/domain/slots/slot.ts";
import type { CardReader } from "../turn.ts";
import { type CheckInWithPeople, everyone } from "./people.ts";

/** Until when an hour is early, and from when it is evening, by the clock of whoever bears it. */
const clock = { earlyUntil: 10, eveningFrom: 16 } as const;

/** Why a time outside somebody's working day is fair: "Your evening this time, Ben's last time". `null` inside everybody's. */
export function stretchReason(
  { startsAt, stretch }: Slot,
  about: CheckInWithPeople,
  reader: CardReader,
): string | null {
  const bearer = everyone(about).find((one) => one.id === stretch?.person);
  if (!stretch || !bearer) return null;
  const { booking } = reader.words;
  const part = partOfDay(startsAt, bearer);
  const bears = whose(bearer, about.me.id);
  if (isForBearerAlone({ stretch })) return booking.stretchAgain(part, bears);
  const boreLast = everyone(about).find((one) => one.id === stretch.lastBorneBy && one.id !== bearer.id);
  if (boreLast) return booking.stretchLastTime(part, bears, whose(boreLast, about.me.id));
  const [next, ...others] = everyone(about).filter((one) => one.id !== bearer.id);
  return next && others.length === 0
    ? booking.stretchNextTime(part, bears, whose(next, about.me.id))
    : booking.stretchAlone(part, bears);
}

/** A person as the sentence names them: the reader by "your". */
export const whose = ({ id, name }: Pick<Person, "id" | "name">, me: PersonId) => ({ name, isReader: id === me });

function partOfDay(startsAt: string, { timeZone }: Person): PartOfDay {
  const { hour } = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
  if (hour < clock.earlyUntil) return "early-morning";
  return hour >= clock.eveningFrom ? "evening" : "other";
}
