import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { GraphError } from "../errors.ts";
import type { WallTime } from "../times.ts";
import { oneOf } from "./words.ts";

/** Names of weekdays; ISO weekday minus one is the place in it. */
const dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export type DayName = (typeof dayNames)[number];

const places = ["first", "second", "third", "fourth", "last"] as const;

/** How an event repeats, on the calendar of its own zone. Dates are "YYYY-MM-DD". */
export interface Recurrence {
  readonly type: "daily" | "weekly" | "absoluteMonthly" | "relativeMonthly" | "absoluteYearly" | "relativeYearly";
  readonly interval: number;
  readonly daysOfWeek: readonly DayName[];
  readonly firstDayOfWeek: DayName;
  readonly dayOfMonth: number;
  readonly month: number;
  readonly index: (typeof places)[number];
  readonly startDate: string;
  /** Null where it ends by number, or never. */
  readonly endDate: string | null;
  readonly numberOfOccurrences: number | null;
}

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const annotation = { "@odata.type": z.string().optional() };
const types = ["daily", "weekly", "absoluteMonthly", "relativeMonthly", "absoluteYearly", "relativeYearly"] as const;

/** Graph's patternedRecurrence as a client sends it. */
export const recurrenceInput = z.strictObject({
  pattern: z.strictObject({
    type: oneOf(types),
    interval: z.number().int().min(1).max(999),
    daysOfWeek: z.array(oneOf(dayNames)).nullish(),
    firstDayOfWeek: oneOf(dayNames).nullish(),
    dayOfMonth: z.number().int().min(0).max(31).nullish(),
    month: z.number().int().min(0).max(12).nullish(),
    index: oneOf(places).nullish(),
    ...annotation,
  }),
  range: z.strictObject({
    type: oneOf(["endDate", "noEnd", "numbered"]),
    startDate: date,
    endDate: date.nullish(),
    numberOfOccurrences: z.number().int().min(0).max(999).nullish(),
    recurrenceTimeZone: z.string().nullish(),
    ...annotation,
  }),
  ...annotation,
});

const misfit = (why: string) =>
  new GraphError(400, "ErrorPropertyValidationFailure", `At least one property failed validation. ${why}`);

/** Reads a recurrence. @throws GraphError 400 for a pattern that lacks a part, or a range that doesn't begin with the event. */
export function readRecurrence({ pattern, range }: z.infer<typeof recurrenceInput>, start: WallTime): Recurrence {
  const { type } = pattern;
  const days = pattern.daysOfWeek ?? [];
  const isByDay = type === "weekly" || type.startsWith("relative");
  if (isByDay && days.length === 0) throw misfit(`A ${type} pattern names its daysOfWeek.`);
  if (type.startsWith("absolute") && !pattern.dayOfMonth) throw misfit(`A ${type} pattern names its dayOfMonth.`);
  if (type.endsWith("Yearly") && !pattern.month) throw misfit(`A ${type} pattern names its month.`);
  if (range.startDate !== start.local.slice(0, 10))
    throw misfit("The range's startDate is the date of the event's start.");
  if (range.type === "endDate" && (range.endDate ?? "") < range.startDate)
    throw misfit("The range ends before it starts.");
  if (range.type === "numbered" && !range.numberOfOccurrences) throw misfit("The range has no numberOfOccurrences.");
  return {
    type,
    interval: pattern.interval,
    daysOfWeek: days,
    firstDayOfWeek: pattern.firstDayOfWeek ?? "sunday",
    dayOfMonth: pattern.dayOfMonth ?? 0,
    month: pattern.month ?? 0,
    index: pattern.index ?? "first",
    startDate: range.startDate,
    endDate: range.type === "endDate" ? (range.endDate ?? null) : null,
    numberOfOccurrences: range.type === "numbered" ? (range.numberOfOccurrences ?? null) : null,
  };
}

/** Every week on a day, without an end. */
export const weeklyOn = (day: DayName, startDate: string): Recurrence => ({
  type: "weekly",
  interval: 1,
  daysOfWeek: [day],
  firstDayOfWeek: "sunday",
  dayOfMonth: 0,
  month: 0,
  index: "first",
  startDate,
  endDate: null,
  numberOfOccurrences: null,
});

/** Graph's patternedRecurrence of a series in a zone under its Windows name. */
export function recurrenceShape(one: Recurrence, zoneName: string) {
  const { type, interval, month, dayOfMonth, daysOfWeek, firstDayOfWeek, index, startDate } = one;
  const rangeType = one.endDate !== null ? "endDate" : one.numberOfOccurrences !== null ? "numbered" : "noEnd";
  return {
    pattern: { type, interval, month, dayOfMonth, daysOfWeek, firstDayOfWeek, index },
    range: {
      type: rangeType,
      startDate,
      endDate: one.endDate ?? "0001-01-01",
      recurrenceTimeZone: zoneName,
      numberOfOccurrences: one.numberOfOccurrences ?? 0,
    },
  };
}

/** The latest date that any calendar here reaches. */
const horizon = "2100-01-01";

/** The dates of a series in order, up to its own end or to `until`. */
export function* datesOf(series: Recurrence, until: string = horizon): Generator<Temporal.PlainDate> {
  const last = series.endDate !== null && series.endDate < until ? series.endDate : until;
  let left = series.numberOfOccurrences ?? Number.POSITIVE_INFINITY;
  for (const day of candidates(series)) {
    const text = day.toString();
    if (left <= 0 || text > last) return;
    if (text < series.startDate) continue;
    left -= 1;
    yield day;
  }
}

function* candidates(series: Recurrence): Generator<Temporal.PlainDate> {
  const start = Temporal.PlainDate.from(series.startDate);
  for (let step = 0; ; step += series.interval) {
    if (series.type === "daily") yield start.add({ days: step });
    else if (series.type === "weekly") yield* daysOfWeek(series, start, step);
    else yield* dayOfMonth(series, start, step);
  }
}

function daysOfWeek(series: Recurrence, start: Temporal.PlainDate, weeks: number): Temporal.PlainDate[] {
  const first = dayNames.indexOf(series.firstDayOfWeek) + 1;
  const weekStart = start.subtract({ days: (start.dayOfWeek - first + 7) % 7 }).add({ weeks });
  const offsets = series.daysOfWeek.map((day) => (dayNames.indexOf(day) + 1 - first + 7) % 7);
  return [...new Set(offsets)].sort((one, other) => one - other).map((days) => weekStart.add({ days }));
}

function dayOfMonth(series: Recurrence, start: Temporal.PlainDate, step: number): Temporal.PlainDate[] {
  const isYearly = series.type.endsWith("Yearly");
  const base = isYearly ? start.with({ day: 1, month: series.month }) : start.with({ day: 1 });
  const month = base.add(isYearly ? { years: step } : { months: step });
  // A month that is too short has it on its last day.
  if (series.type.startsWith("absolute")) return [month.with({ day: Math.min(series.dayOfMonth, month.daysInMonth) })];
  const days = Array.from({ length: month.daysInMonth }, (_, day) => month.with({ day: day + 1 }));
  const fitting = days.filter((day) => series.daysOfWeek.includes(dayNames[day.dayOfWeek - 1] ?? "monday"));
  const found = series.index === "last" ? fitting.at(-1) : fitting[places.indexOf(series.index)];
  return found ? [found] : [];
}
