import { z } from "zod";
import type { LocalPerson } from "../identities.ts";
import type { Behaviour } from "./behaviour.ts";
import { badRequest, GraphError } from "./errors.ts";
import type { CalendarEvent, ShowAs } from "./events/event.ts";
import { epochOf, readWallTime, shown } from "./times.ts";
import { workingHoursOf } from "./working-hours.ts";

const time = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const question = z.object({
  schedules: z.array(z.string()),
  startTime: time,
  endTime: time,
  availabilityViewInterval: z.number().int().nullable().optional(),
});

/** What a caller asks of getSchedule. Times in milliseconds since 1970, the interval in minutes. */
export interface ScheduleQuestion {
  readonly schedules: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly interval: number;
}

const day = 24 * 60 * 60 * 1000;

/** Documented: at most 20 schedules, at most 62 days. */
const limits = { schedules: 20, days: 62, shortest: 5, longest: 1440 };

const invalid = (message: string) => badRequest(message, "ErrorInvalidParameter");

const pascalCase = /^[A-Z]/;

/** Reads the body; Graph takes parameter names in camel and Pascal case. @throws GraphError for what lies outside the limits. */
export function readScheduleQuestion(body: unknown): ScheduleQuestion {
  const entries = Object.entries(typeof body === "object" && body ? body : {});
  const camel = entries.map(([key, value]) => [
    pascalCase.test(key) ? key[0]?.toLowerCase() + key.slice(1) : key,
    value,
  ]);
  const read = question.safeParse(Object.fromEntries(camel));
  if (!read.success)
    throw invalid(`The parameter '${read.error.issues[0]?.path.join("/") ?? "body"}' is missing or wrong.`);
  const { schedules, startTime, endTime, availabilityViewInterval: interval = 30 } = read.data;
  const [from, to] = [epochOf(readWallTime(startTime)), epochOf(readWallTime(endTime))];
  requireLimits({ schedules, from, to, interval });
  return { schedules, from, to, interval: interval ?? 30 };
}

function requireLimits(asked: { schedules: string[]; from: number; to: number; interval: number | null }): void {
  const { schedules, from, to, interval } = asked;
  if (schedules.length === 0) throw invalid("The parameter 'schedules' names nobody.");
  if (schedules.length > limits.schedules) throw invalid(`At most ${limits.schedules} schedules fit one request.`);
  if (to <= from) throw badRequest("The end time is not after the start time.", "ErrorInvalidTimeInterval");
  if (to - from > limits.days * day) {
    throw badRequest(`The time span is longer than ${limits.days} days.`, "ErrorTimeIntervalTooBig");
  }
  if (interval === null) throw new GraphError(500, "ErrorInternalServerError", "An internal server error occurred.");
  if (interval < limits.shortest || interval > limits.longest || interval * 60_000 > to - from) {
    throw badRequest("The interval does not fit.", "ErrorInvalidMergedFreeBusyInterval");
  }
}

/** A schedule that can't be read: its error stands inside a successful answer. */
export const scheduleFailure = (scheduleId: string, responseCode: string, message: string) => ({
  scheduleId,
  availabilityView: "",
  scheduleItems: [],
  error: { message, responseCode },
});

/** The statuses from the weakest to the strongest, with their digits. */
const digits: Readonly<Record<Exclude<ShowAs, "workingElsewhere">, number>> = {
  free: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

/** Working elsewhere is the weakest that isn't free. */
const strengthOf = (showAs: ShowAs) => (showAs === "workingElsewhere" ? 0.5 : digits[showAs]);

/** One digit an interval: the strongest status of anything that touches it. */
export function availabilityView(
  events: readonly CalendarEvent[],
  { from, to, interval }: ScheduleQuestion,
  elsewhere: 0 | 4,
): string {
  const step = interval * 60_000;
  const view = new Array<number>(Math.ceil((to - from) / step)).fill(0);
  for (const event of events) {
    const strength = strengthOf(event.content.showAs);
    const last = Math.min(view.length, Math.ceil((event.endAt.getTime() - from) / step));
    for (let slot = Math.max(0, Math.floor((event.startAt.getTime() - from) / step)); slot < last; slot += 1) {
      view[slot] = Math.max(view[slot] ?? 0, strength);
    }
  }
  return view.map((strength) => (strength === 0.5 ? elsewhere : strength)).join("");
}

/** Whose schedule it is, how it may be seen, and in which zone it is told. */
export interface Viewing {
  readonly scheduleId: string;
  readonly person: LocalPerson;
  readonly behaviour: Behaviour;
  readonly isOwn: boolean;
  readonly zone: { readonly name: string; readonly iana: string };
}

/** A person's scheduleInformation. Private events show when and how busy, nothing else; colleagues' words only where they share them. */
export function scheduleOf(viewing: Viewing, events: readonly CalendarEvent[], asked: ScheduleQuestion) {
  return {
    scheduleId: viewing.scheduleId,
    availabilityView: availabilityView(events, asked, viewing.behaviour.elsewhereDigit),
    scheduleItems: events.map((event) => scheduleItem(viewing, event)),
    workingHours: workingHoursOf(viewing.person, viewing.behaviour),
  };
}

function scheduleItem({ isOwn, behaviour, zone }: Viewing, event: CalendarEvent) {
  const { sensitivity, showAs, subject, locations } = event.content;
  const isPrivate = sensitivity === "private" || sensitivity === "confidential";
  const open = !isPrivate && (isOwn || behaviour.sharing === "details");
  return {
    isPrivate,
    status: showAs,
    ...(open ? { subject, location: locations[0]?.displayName ?? "" } : {}),
    start: shown(event.startAt.getTime(), zone),
    end: shown(event.endAt.getTime(), zone),
  };
}
