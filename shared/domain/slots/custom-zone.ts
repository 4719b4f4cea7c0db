import type { ClockChange, CustomZone, Interval } from "./availability.ts";
import { clockTime } from "./clock-time.ts";
import { day, minute } from "./durations.ts";
import type { OffsetSince, Offsets } from "./offsets.ts";

/**
 * The offsets of a zone that a mailbox made up itself, over an interval.
 * @throws RangeError for a change at a time that no clock shows.
 */
export function customOffsets({ standardOffset, daylightOffset, changes }: CustomZone, span: Interval): Offsets {
  const [standard, daylight] = [standardOffset * minute, daylightOffset * minute];
  if (!changes) return [{ since: span.start, offset: standard }];
  const all: OffsetSince[] = [];
  for (let year = yearOf(span.start) - 1; year <= yearOf(span.end) + 1; year += 1) {
    all.push({ since: changeIn(year, changes.toDaylight) - standard, offset: daylight });
    all.push({ since: changeIn(year, changes.toStandard) - daylight, offset: standard });
  }
  all.sort((one, other) => one.since - other.since);
  const before = all.findLast((one) => one.since <= span.start);
  const during = all.filter((one) => one.since > span.start && one.since < span.end);
  return [{ since: span.start, offset: before?.offset ?? standard }, ...during];
}

/** A year's end may be another year in some zone: whoever asks takes a year more on either side. */
const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/** What the clock shows at the change in that year, as if it were in UTC. */
function changeIn(year: number, { month, week, weekday, at }: ClockChange): number {
  const first = Date.UTC(year, month - 1, 1);
  const daysInMonth = (Date.UTC(year, month, 1) - first) / day;
  const date = ((weekday - new Date(first).getUTCDay() + 7) % 7) + (week - 1) * 7;
  return first + (date < daysInMonth ? date : date - 7) * day + clockTime(at);
}
