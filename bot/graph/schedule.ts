import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type {
  Availability,
  BusyStatus,
  BusyTime,
  Interval,
  WorkingHours,
} from "../../shared/domain/slots/availability.ts";
import { customZone, weekdays } from "./custom-zones.ts";
import type { Graph } from "./graph.ts";
import { readHolidays } from "./holidays.ts";
import { type OutlookZone, readMailboxSettings, workingHours } from "./people.ts";
import { dateTimeTimeZone, instantOf } from "./times.ts";
import { ianaZone } from "./zones.ts";

const item = z.object({ status: z.string(), start: dateTimeTimeZone, end: dateTimeTimeZone });

/** One person's part of getSchedule's answer. What doesn't fit is read as missing, and what is missing as unknown. */
export const schedule = z.object({
  scheduleId: z.string().nullish(),
  scheduleItems: z.array(item).nullish().catch(null),
  workingHours: workingHours.nullish().catch(null),
  error: z.unknown().optional(),
});

export type Schedule = z.infer<typeof schedule>;
type OutlookHours = z.infer<typeof workingHours>;

const noHours: WorkingHours = { zone: "UTC", days: [], from: "00:00", to: "00:00" };

/** Someone whose calendar couldn't be read: never free. */
export const unreadable = (person: PersonId): Availability => ({ person, hours: noHours, busy: null });

/** Schedules of one person for windows that follow each other, as one; an error in any of them counts for all. */
export const joined = (parts: readonly Schedule[]): Schedule => ({
  scheduleItems: parts.some((part) => !part.scheduleItems) ? null : parts.flatMap((part) => part.scheduleItems ?? []),
  workingHours: parts[0]?.workingHours,
  error: parts.find((part) => part.error != null)?.error,
});

/**
 * A person's hours and busy times from a schedule of this window. An error inside it, a time or hours that can't be placed: unreadable.
 *
 * Hours in a zone that the mailbox made up itself are read by its rules, and where there are none that can be followed, by the zone in the
 * mailbox's settings.
 */
export async function readSchedule(
  graph: Graph,
  person: PersonId,
  answer: Schedule,
  window: Interval,
): Promise<Availability> {
  if (answer.error != null || !answer.scheduleItems) return unreadable(person);
  const times = answer.scheduleItems.map(timeOf);
  const hours = hoursIn(answer.workingHours) ?? (await hoursBySettings(graph, person, answer.workingHours));
  if (!hours || times.includes(null)) return unreadable(person);
  const read = times.filter((one) => one !== null);
  const busy = once(read.flatMap(({ status, start, end }) => (status === "free" ? [] : [{ start, end, status }])));
  const holidays = read.some(isWholeDayFree) ? await readHolidays(graph, person, hours.zone, window) : [];
  return { person, hours, busy: [...busy, ...holidays] };
}

/** Whatever Outlook may yet invent takes up time. */
const statuses: ReadonlyMap<string, BusyStatus | "free"> = new Map([
  ["free", "free"],
  ["workingElsewhere", "free"],
  ["tentative", "tentative"],
  ["busy", "busy"],
  ["oof", "out-of-office"],
]);

interface Time extends Interval {
  readonly status: BusyStatus | "free";
}

function timeOf({ status, start, end }: z.infer<typeof item>): Time | null {
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === null || to === null ? null : { start: from, end: to, status: statuses.get(status) ?? "unknown" };
}

/** What lies across the seam of two windows is told in both. */
const once = (times: readonly BusyTime[]): readonly BusyTime[] => [
  ...new Map(times.map((time) => [`${time.start} ${time.end} ${time.status}`, time])).values(),
];

/** The shortest day that clocks know, less a little. */
const wholeDayMs = 22.5 * 3_600_000;

/** A public holiday shows in a schedule as a day that is free; what it is, the calendar alone says. */
const isWholeDayFree = ({ status, start, end }: Time): boolean => status === "free" && end - start >= wholeDayMs;

async function hoursBySettings(
  graph: Graph,
  person: PersonId,
  given: OutlookHours | null | undefined,
): Promise<WorkingHours | null> {
  const settings = await readMailboxSettings(graph, person);
  const hours = given ?? settings?.workingHours;
  return hoursIn(hours) ?? (settings?.timeZone ? hoursIn(hours, ianaZone(settings.timeZone)) : null);
}

const zoneOf = (zone: OutlookZone): WorkingHours["zone"] | null => ianaZone(zone.name) ?? customZone(zone);

function hoursIn(
  hours: OutlookHours | null | undefined,
  zone: WorkingHours["zone"] | null = hours ? zoneOf(hours.timeZone) : null,
): WorkingHours | null {
  if (!hours || zone === null) return null;
  const days = hours.daysOfWeek.map((day) => weekdays.indexOf(day.toLowerCase()) + 1).filter((day) => day > 0);
  const [from, to] = [hours.startTime.slice(0, 5), hours.endTime.slice(0, 5)];
  // Outlook writes the end of a day as the midnight that follows it.
  return { zone, days, from, to: to === "00:00" ? "24:00" : to };
}
