import { Temporal } from "temporal-polyfill";
import type { LocalPerson } from "../../identities.ts";
import type { CalendarEvent } from "../events/event.ts";
import { type Placed, placeInLanes } from "./lanes.ts";

/** One event on one day of its owner's clock; `from` and `to` are minutes from midnight, cut to the day. */
export interface DayEvent {
  readonly event: CalendarEvent;
  readonly from: number;
  readonly to: number;
}

export interface DayView {
  readonly date: Temporal.PlainDate;
  readonly isToday: boolean;
  readonly isWorking: boolean;
  readonly allDay: readonly CalendarEvent[];
  readonly timed: readonly Placed<DayEvent>[];
}

/** A person's week on that person's own clock. */
export interface CalendarView {
  readonly person: LocalPerson;
  readonly days: readonly DayView[];
  /** Working hours in minutes from midnight. */
  readonly hours: { readonly from: number; readonly to: number };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The instants at which a person's week begins and ends. */
export function spanOfWeek(person: LocalPerson, monday: Temporal.PlainDate): { from: Date; to: Date } {
  const at = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(person.zone).epochMilliseconds);
  return { from: at(monday), to: at(monday.add({ weeks: 1 })) };
}

/** Lays a person's events out over the week. Saturday and Sunday are there only when somebody works or something happens then. */
export function calendarView(
  person: LocalPerson,
  monday: Temporal.PlainDate,
  events: readonly CalendarEvent[],
  now: Date,
): CalendarView {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(person.zone).toPlainDate();
  const all = [0, 1, 2, 3, 4, 5, 6].map((offset) => dayView(person, monday.add({ days: offset }), events, today));
  const isShown = (day: DayView) =>
    day.date.dayOfWeek <= 5 || day.isWorking || day.timed.length + day.allDay.length > 0;
  return {
    person,
    days: all.filter(isShown),
    hours: { from: minutesOf(person.hours.from), to: minutesOf(person.hours.to) },
  };
}

function dayView(
  person: LocalPerson,
  date: Temporal.PlainDate,
  events: readonly CalendarEvent[],
  today: Temporal.PlainDate,
): DayView {
  const start = date.toZonedDateTime(person.zone);
  const [dayStart, dayEnd] = [start.epochMilliseconds, start.add({ days: 1 }).epochMilliseconds];
  const touching = events.filter((event) => event.startAt.getTime() < dayEnd && event.endAt.getTime() > dayStart);
  const minuteOf = (at: Date, otherwise: number) => {
    const epoch = at.getTime();
    if (epoch < dayStart || epoch >= dayEnd) return otherwise;
    const local = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(person.zone);
    return local.hour * 60 + local.minute;
  };
  const timed = touching
    .filter((event) => !event.content.isAllDay)
    .map((event) => ({ event, from: minuteOf(event.startAt, 0), to: minuteOf(event.endAt, 1440) }));
  return {
    date,
    isToday: date.equals(today),
    isWorking: person.hours.days.includes(date.dayOfWeek),
    allDay: touching.filter((event) => event.content.isAllDay),
    timed: placeInLanes(timed),
  };
}

/** The hours that a page shows: everyone's working day and every event, in whole hours. */
export function hoursShown(views: readonly CalendarView[]): { first: number; last: number } {
  const timed = views.flatMap((view) => view.days.flatMap((day) => day.timed.map((one) => one.item)));
  const froms = [...views.map((view) => view.hours.from), ...timed.map((one) => one.from)];
  const tos = [...views.map((view) => view.hours.to), ...timed.map((one) => one.to)];
  return { first: Math.floor(Math.min(...froms) / 60), last: Math.ceil(Math.max(...tos) / 60) };
}
