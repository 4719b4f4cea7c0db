const dayMilliseconds = 86_400_000;

/** The instant `days` before `now` at `hour` UTC, moved back to a weekday. ISO, to the second. */
export function weekdayBefore(now: Date, days: number, hour: number): string {
  const at = new Date(now.getTime() - days * dayMilliseconds);
  at.setUTCHours(hour, 0, 0, 0);
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setTime(at.getTime() - dayMilliseconds);
  return at.toISOString().replace(".000Z", "Z");
}

/** The ISO date `days` from `now`, moved on to a weekday; before it when `days` is negative. */
export function dateFrom(now: Date, days: number): string {
  const at = new Date(now.getTime() + days * dayMilliseconds);
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setTime(at.getTime() + dayMilliseconds);
  return at.toISOString().slice(0, 10);
}

/** A GUID that is the same at every start: `noun` is two hex digits, `index` counts within it. */
export const fixedId = (noun: string, index: number): string =>
  `5eed00${noun}-0000-4000-8000-${String(index).padStart(12, "0")}`;
