import { hour, minute } from "./durations.ts";

/**
 * How far into a day a wall clock shows this, in milliseconds.
 *
 * @param text - "HH:MM", from "00:00" to "24:00".
 * @throws RangeError for anything else.
 */
export function clockTime(text: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = text.split(":", 2).map(Number);
  const time = hours * hour + minutes * minute;
  if (!/^\d\d:\d\d$/.test(text) || minutes > 59 || time > 24 * hour) throw new RangeError(`No clock shows "${text}".`);
  return time;
}
