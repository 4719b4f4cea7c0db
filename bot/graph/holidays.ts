import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type { BusyTime, CustomZone, Interval } from "../../shared/domain/slots/availability.ts";
import { offsetsOf } from "../../shared/domain/slots/zone-offsets.ts";
import { CalendarRefused, NotConnected } from "../ports/calendar.ts";
import type { Graph } from "./graph.ts";
import { userPath } from "./people.ts";
import { dateTimeTimeZone, isoAt } from "./times.ts";

const event = z.object({
  categories: z.array(z.string()).nullish(),
  isAllDay: z.boolean().nullish(),
  showAs: z.string().nullish(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
});
const events = z.object({ value: z.array(event), "@odata.nextLink": z.string().optional() });

/** How Outlook's own holiday calendars mark their days. */
const category = "Holiday";

/**
 * Public holidays that the person has put into the calendar, from midnight to midnight in the zone of the person's hours. Where we may not look
 * there are none: a calendar that says when its owner is busy stays readable.
 */
export async function readHolidays(
  graph: Graph,
  person: PersonId,
  zone: string | CustomZone,
  window: Interval,
): Promise<readonly BusyTime[]> {
  const span = `startDateTime=${isoAt(window.start)}&endDateTime=${isoAt(window.end)}`;
  const path = `${userPath(person)}/calendarView?${span}&$select=categories,isAllDay,showAs,start,end&$top=200`;
  try {
    const all = await graph.list({ operation: "read-holidays", path, answer: events });
    return all.filter(isHoliday).flatMap(({ start, end }) => wholeDays(start.dateTime, end.dateTime, zone));
  } catch (error) {
    if (error instanceof CalendarRefused || error instanceof NotConnected) return [];
    throw error;
  }
}

const isHoliday = ({ isAllDay, showAs, categories }: z.infer<typeof event>): boolean =>
  isAllDay === true && showAs === "free" && (categories?.includes(category) ?? false);

/** An event of whole days says dates, whatever zone it is told in. */
function wholeDays(first: string, last: string, zone: string | CustomZone): readonly BusyTime[] {
  const [start, end] = [midnight(first.slice(0, 10), zone), midnight(last.slice(0, 10), zone)];
  return start === null || end === null || end <= start ? [] : [{ start, end, status: "holiday" }];
}

/** When a date begins in a zone, in epoch milliseconds; `null` for a text that is no date. */
function midnight(date: string, zone: string | CustomZone): number | null {
  try {
    const day = Temporal.PlainDate.from(date);
    if (typeof zone === "string") return day.toZonedDateTime(zone).epochMilliseconds;
    const clock = day.toZonedDateTime("UTC").epochMilliseconds;
    const near = { start: clock - 86_400_000, end: clock + 86_400_000 };
    const offset = offsetsOf(zone, near).findLast(({ since, offset: ahead }) => since + ahead <= clock)?.offset;
    return clock - (offset ?? zone.standardOffset * 60_000);
  } catch {
    return null;
  }
}
