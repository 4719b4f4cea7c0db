import type { ClockChange, CustomZone } from "../../shared/domain/slots/availability.ts";
import type { OutlookZone } from "./people.ts";

/** Outlook's weekdays in ISO's order. */
export const weekdays: readonly string[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/**
 * The rules of a zone that a mailbox made up itself; `null` where it brings none, or none that we can follow.
 *
 * As Windows has it, `bias` is what has to be added to local time for UTC, so that west is positive, and `daylightBias` what daylight time adds
 * to it. Month 0 means that the clocks never change. A change in one year alone is none to follow.
 */
export function customZone({ bias, standardOffset, daylightOffset }: OutlookZone): CustomZone | null {
  if (bias == null) return null;
  const standard = minutes(-bias);
  if (!standardOffset || !daylightOffset || standardOffset.month === 0 || daylightOffset.month === 0)
    return { standardOffset: standard, daylightOffset: standard, changes: null };
  const [toStandard, toDaylight] = [clockChange(standardOffset), clockChange(daylightOffset)];
  if (!toStandard || !toDaylight) return null;
  const daylight = minutes(-(bias + daylightOffset.daylightBias));
  return { standardOffset: standard, daylightOffset: daylight, changes: { toStandard, toDaylight } };
}

/** Zero has no sign. */
const minutes = (count: number): number => count + 0;

function clockChange(given: NonNullable<OutlookZone["standardOffset"]>): ClockChange | null {
  const { month, dayOccurrence: week, time, year } = given;
  const weekday = weekdays.indexOf(given.dayOfWeek.toLowerCase()) + 1;
  const at = time.slice(0, 5);
  const isKnown = weekday > 0 && month >= 1 && month <= 12 && week >= 1 && week <= 5 && /^\d\d:\d\d$/.test(at);
  return isKnown && !year ? { month, week, weekday, at } : null;
}
