import { clocksDiffer, type Reader, shortDay, time } from "../../../shared/content/when.ts";
import type { Person } from "../../../shared/domain/person.ts";
import type { CardReader } from "../turn.ts";

/** "Wednesday 7 January", with the year where it differs from this one: a card is read again weeks later, so a weekday alone won't do. */
export function fullDay(instant: string, { locale, timeZone, now }: CardReader): string {
  const yearAt = (epoch: number) => new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(epoch);
  const year = yearAt(Date.parse(instant)) === yearAt(now.epochMilliseconds) ? {} : { year: "numeric" as const };
  const options = { timeZone, weekday: "long", day: "numeric", month: "long", ...year } as const;
  return new Intl.DateTimeFormat(locale, options).format(Date.parse(instant)).replace(/^(\p{L}+),\s/u, "$1 ");
}

/** "Wednesday 7 January at 11:00". */
export const dayAndTime = (instant: string, reader: CardReader): string =>
  reader.words.booking.dayAndTime(fullDay(instant, reader), time(instant, reader));

/** "16:00 for Ben", for each partner whose clock differs then; with the day where that differs too. */
export function partnerTimes(instant: string, reader: CardReader, partners: readonly Person[]): readonly string[] {
  return partners
    .filter(({ timeZone }) => clocksDiffer(instant, reader.timeZone, timeZone))
    .map(({ name, timeZone }) => reader.words.booking.timeFor(timeThere(instant, reader, timeZone), name));
}

/** Told in the reader's own way of writing times. */
function timeThere(instant: string, here: Reader, timeZone: string): string {
  const there = { locale: here.locale, timeZone };
  const isSameDay = shortDay(instant, here) === shortDay(instant, there);
  return isSameDay ? time(instant, there) : `${shortDay(instant, there)} ${time(instant, there)}`;
}

/** "Wednesday 7 January at 11:00, with Ben"; without a time only with whom. */
export function whenAndWith(
  instant: string | null,
  { partners }: { readonly partners: readonly Person[] },
  reader: CardReader,
): string {
  const names = partners.map(({ name }) => name);
  return reader.words.booking.withPartners(instant === null ? "" : dayAndTime(instant, reader), names);
}
