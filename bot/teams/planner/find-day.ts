import { en } from "chrono-node";

/** A day somebody named, and the words that named it. */
export interface NamedDay {
  readonly day: Temporal.PlainDate;
  readonly words: string;
}

/** Whose "today" and whose order of day and month count. */
export interface DayReader {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Temporal.Instant;
}

/**
 * The first day named in the text ("next Thursday", "7 January", "the 12th", "in a fortnight"), as it is meant where the reader is.
 * Hours alone name no day. A weekday is the next such day; "last" makes it a past one, for the caller to refuse.
 */
export function findDay(text: string, reader: DayReader): NamedDay | null {
  const here = reader.now.toZonedDateTimeISO(reader.timeZone);
  return fromCalendarWords(text, here, reader.locale) ?? fromFortnight(text, here) ?? fromOrdinal(text, here);
}

function fromCalendarWords(text: string, here: Temporal.ZonedDateTime, locale: string): NamedDay | null {
  const parser = new Intl.Locale(locale).maximize().region === "US" ? en.casual : en.GB;
  const reference = { instant: new Date(here.epochMilliseconds), timezone: here.offsetNanoseconds / 60_000_000_000 };
  const found = parser
    .parse(text, reference, { forwardDate: true })
    .find(({ start, text: words }) => namesDay(words, start));
  if (!found) return null;
  const day = Temporal.PlainDate.from({
    year: part(found, "year"),
    month: part(found, "month"),
    day: part(found, "day"),
  });
  const isPast =
    /^(?:last|past)\b/iu.test(found.text) && found.start.isCertain("weekday") && !found.start.isCertain("day");
  const words = found.text;
  return { day: isPast ? daysBefore(day, here.toPlainDate()) : day, words };
}

type Found = ReturnType<typeof en.casual.parse>[number];

const part = ({ start }: Found, name: "year" | "month" | "day"): number => {
  const value = start.get(name);
  if (value === null) throw new Error(`A day was read without its ${name}.`);
  return value;
};

/** "now" and hours alone are no day, and short words like "sat" or "sun" are too often something else unless written as a weekday is. */
function namesDay(words: string, start: Found["start"]): boolean {
  if (/^(?:now|sat|sun)$/u.test(words)) return false;
  return start.isCertain("day") || start.isCertain("weekday") || start.isCertain("month");
}

/** The parser reads "last Thursday" as the coming one when told to look ahead: the same weekday, before today. */
function daysBefore(day: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const weeks = Math.floor(today.until(day).days / 7) + 1;
  return day.subtract({ weeks });
}

function fromFortnight(text: string, here: Temporal.ZonedDateTime): NamedDay | null {
  const words = text.match(/\bin a fortnight\b/iu)?.[0];
  return words === undefined ? null : { day: here.toPlainDate().add({ weeks: 2 }), words };
}

/** "The 12th": in this month while it lies ahead, else in the next that has such a day. */
function fromOrdinal(text: string, here: Temporal.ZonedDateTime): NamedDay | null {
  const found = text.match(/\b(?:the )?([12]?\d|3[01])(?:st|nd|rd|th)\b/iu);
  const dayOfMonth = Number(found?.[1]);
  if (!found || dayOfMonth < 1) return null;
  const today = here.toPlainDate();
  for (let months = 0; months < 3; months += 1) {
    const month = today.toPlainYearMonth().add({ months });
    if (dayOfMonth > month.daysInMonth) continue;
    const day = month.toPlainDate({ day: dayOfMonth });
    if (Temporal.PlainDate.compare(day, today) >= 0) return { day, words: found[0] };
  }
  return null;
}
