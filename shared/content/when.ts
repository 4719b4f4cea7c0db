/** Whose clock and language a time is told in. `locale` is BCP 47, `timeZone` IANA; `now` decides whether a weekday alone is clear. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

const dayMilliseconds = 86_400_000;

/** "10:00" or "4:30 pm", as the reader's clock shows it. */
export function time(instant: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }).format(new Date(instant));
}

/** "Thursday", "Thursday 7 January" when it is six days away or more, or with the year when that differs. */
export function day(instant: string, reader: Reader, now: number): string {
  const at = new Date(instant);
  const away = at.getTime() - now;
  const near = away > -dayMilliseconds && away < 6 * dayMilliseconds;
  if (near) return format(at, reader, { weekday: "long" });
  const sameYear = format(at, reader, { year: "numeric" }) === format(new Date(now), reader, { year: "numeric" });
  return format(at, reader, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  });
}

/** "7 January", with the year when it differs from this one. */
export function date(instant: string, reader: Reader, now: number): string {
  const at = new Date(instant);
  const sameYear = format(at, reader, { year: "numeric" }) === format(new Date(now), reader, { year: "numeric" });
  return format(at, reader, { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

/** "Tue 6 Jan", for a row of times to choose from. */
export function shortDay(instant: string, reader: Reader): string {
  return format(new Date(instant), reader, { weekday: "short", day: "numeric", month: "short" });
}

/** Whether two zones' clocks differ at that moment, so that a partner's time is worth telling. */
export function clocksDiffer(instant: string, one: string, other: string): boolean {
  const at = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date(instant));
  return at(one) !== at(other);
}

function format(at: Date, { locale, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string {
  const formatted = new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  return formatted.replace(/^(\p{L}+),\s/u, "$1 ");
}
