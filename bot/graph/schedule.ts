import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Availability, Interval, WorkingHours } from "../../shared/domain/slots.ts";
import type { Graph } from "./graph.ts";
import { readMailboxSettings, workingHours } from "./people.ts";
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

type Schedule = z.infer<typeof schedule>;
type OutlookHours = z.infer<typeof workingHours>;

const noHours: WorkingHours = { zone: "UTC", days: [], from: "00:00", to: "00:00" };

/** Someone whose calendar couldn't be read: never free. */
export const unreadable = (person: PersonId): Availability => ({ person, hours: noHours, busy: null });

/**
 * A person's hours and busy times from a schedule. An error inside it, a time or hours that can't be placed: unreadable.
 *
 * Hours in a zone that the mailbox made up itself are read by the zone in its settings.
 */
export async function readSchedule(graph: Graph, person: PersonId, answer: Schedule): Promise<Availability> {
  if (answer.error != null || !answer.scheduleItems) return unreadable(person);
  const busy = answer.scheduleItems.filter(({ status }) => !freeStatuses.has(status)).map(intervalOf);
  const hours = hoursIn(answer.workingHours) ?? (await hoursBySettings(graph, person, answer.workingHours));
  if (!hours || busy.includes(null)) return unreadable(person);
  return { person, hours, busy: busy.filter((one) => one !== null) };
}

/** Tentative, busy, out of office, and whatever Outlook may yet invent, take up time. */
const freeStatuses: ReadonlySet<string> = new Set(["free", "workingElsewhere"]);

function intervalOf({ start, end }: z.infer<typeof item>): Interval | null {
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === null || to === null ? null : { start: from, end: to };
}

async function hoursBySettings(
  graph: Graph,
  person: PersonId,
  given: OutlookHours | null | undefined,
): Promise<WorkingHours | null> {
  const settings = await readMailboxSettings(graph, person);
  const hours = given ?? settings?.workingHours;
  return hoursIn(hours) ?? (settings?.timeZone ? hoursIn(hours, settings.timeZone) : null);
}

const weekdays: readonly string[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function hoursIn(hours: OutlookHours | null | undefined, zoneName = hours?.timeZone.name ?? ""): WorkingHours | null {
  const zone = ianaZone(zoneName);
  if (!hours || zone === null) return null;
  const days = hours.daysOfWeek.map((day) => weekdays.indexOf(day.toLowerCase()) + 1).filter((day) => day > 0);
  const [from, to] = [hours.startTime.slice(0, 5), hours.endTime.slice(0, 5)];
  // Outlook writes the end of a day as the midnight that follows it.
  return { zone, days, from, to: to === "00:00" ? "23:59" : to };
}
