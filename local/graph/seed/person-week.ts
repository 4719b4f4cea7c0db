import { Temporal } from "temporal-polyfill";
import { type LocalPerson, localPerson } from "../../identities.ts";
import { habits } from "./habits.ts";
import { openDays, type Planned, WeekPlan } from "./plan.ts";
import { projects } from "./projects.ts";
import { type Random, randomFrom } from "./random.ts";
import { subjects } from "./subjects.ts";

interface Day {
  readonly date: Temporal.PlainDate;
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
}

const usual = { showAs: "busy", sensitivity: "normal", isAllDay: false, place: null } as const;

const minutesAfter = (start: Temporal.PlainDateTime, minutes: number) => start.add({ minutes });

/** What one person has in a week besides the shared meetings: always the same for the same person and week. */
export function planWeek(person: LocalPerson, monday: Temporal.PlainDate): readonly Planned[] {
  const random = randomFrom(`${person.oid} ${monday.toString()}`);
  const nature = randomFrom(person.oid);
  const plan = new WeekPlan(person, monday);
  const days = person.hours.days.map((weekday) => dayOf(person, monday, weekday));
  leaveRoomForProjects(plan, person, monday);
  leaveRoomForHabits(plan, person, monday);
  const away = addLeave(plan, random, days);
  const rhythm = {
    standUp: nature.pick([15, 30, 45]),
    hasStandUp: nature.chance(0.6),
    lunch: nature.pick([12, 12.5, 13]),
  };
  const busiest = random.chance(0.3) ? random.pick([1, 3, 5]) : 0;
  for (const day of days.filter((one) => !away.includes(one))) fillDay(plan, random, day, { ...rhythm, busiest });
  if (random.chance(0.25)) noteDay(plan, random, days);
  return plan.events;
}

function dayOf(person: LocalPerson, monday: Temporal.PlainDate, weekday: number): Day {
  const date = monday.add({ days: weekday - 1 });
  return { date, from: date.toPlainDateTime(person.hours.from), to: date.toPlainDateTime(person.hours.to) };
}

function leaveRoomForProjects(plan: WeekPlan, person: LocalPerson, monday: Temporal.PlainDate): void {
  for (const { start, end } of projectTimes(monday).filter((one) => one.people.includes(person.givenName))) {
    const at = (time: Temporal.ZonedDateTime) => time.withTimeZone(person.zone).toPlainDateTime();
    plan.block(at(start), at(end));
  }
}

function leaveRoomForHabits(plan: WeekPlan, person: LocalPerson, monday: Temporal.PlainDate): void {
  for (const { day, at, minutes } of habits.filter((one) => one.person === person.givenName)) {
    const start = monday.add({ days: day - 1 }).toPlainDateTime(at);
    plan.block(start, minutesAfter(start, minutes));
  }
}

/** The shared meetings of a week, at their moments. */
export function projectTimes(monday: Temporal.PlainDate) {
  return projects.map((project) => {
    const date = monday.add({ days: project.day - 1 });
    const start = date.toPlainDateTime(project.at).toZonedDateTime(localPerson(project.people[0]).zone);
    return {
      ...project,
      people: project.people as readonly string[],
      start,
      end: start.add({ minutes: project.minutes }),
    };
  });
}

/** Sometimes two or three days off at the end of the week, or an afternoon; returns the days that are gone. */
function addLeave(plan: WeekPlan, random: Random, days: readonly Day[]): readonly Day[] {
  const subject = random.pick(subjects.out);
  if (random.chance(0.1)) {
    const gone = days.filter((day) => day.date.dayOfWeek >= random.between(3, 4) && day.date.dayOfWeek <= 5);
    const [first, last] = [gone[0], gone.at(-1)];
    if (!first || !last) return [];
    const end = last.date.add({ days: 1 }).toPlainDateTime();
    plan.note({ ...usual, subject, start: first.date.toPlainDateTime(), end, showAs: "oof", isAllDay: true });
    return gone;
  }
  const day = days.find((one) => one.date.dayOfWeek === 5);
  if (day && random.chance(0.15)) {
    plan.add({
      ...usual,
      subject: "Away this afternoon",
      start: minutesAfter(day.to, -180),
      end: day.to,
      showAs: "oof",
    });
  }
  return [];
}

interface Rhythm {
  readonly standUp: number;
  readonly hasStandUp: boolean;
  readonly lunch: number;
  readonly busiest: number;
}

function fillDay(plan: WeekPlan, random: Random, day: Day, rhythm: Rhythm): void {
  const at = (hours: number) => day.date.toPlainDateTime().add({ minutes: hours * 60 });
  if (rhythm.hasStandUp) {
    const start = minutesAfter(day.from, rhythm.standUp - 15);
    plan.add({ ...usual, subject: "Stand-up", start, end: minutesAfter(start, 15) });
  }
  plan.add({ ...usual, subject: "Lunch", start: at(rhythm.lunch), end: at(rhythm.lunch + 0.75) });
  if (day.date.dayOfWeek === rhythm.busiest) return fillWholly(plan, random, day);
  if (random.chance(0.3)) addAnywhere(plan, random, day, { subject: random.pick(subjects.focus), minutes: 120 });
  if (random.chance(0.12)) {
    addAnywhere(plan, random, day, { subject: random.pick(subjects.private), minutes: 60, sensitivity: "private" });
  }
  if (random.chance(0.25)) {
    addAnywhere(plan, random, day, { subject: random.pick(subjects.tentative), minutes: 60, showAs: "tentative" });
  }
  const isOpen = (openDays as readonly number[]).includes(day.date.dayOfWeek);
  for (let count = random.between(1, isOpen ? 2 : 3); count > 0; count -= 1) {
    const place = random.chance(0.4) ? random.pick(subjects.place) : null;
    addAnywhere(plan, random, day, {
      subject: random.pick(subjects.meeting),
      minutes: random.pick([30, 30, 45, 60, 90]),
      place,
    });
  }
}

/** Back to back, from the day's first hour to its last. */
function fillWholly(plan: WeekPlan, random: Random, day: Day): void {
  for (let start = day.from; Temporal.PlainDateTime.compare(start, day.to) < 0; start = minutesAfter(start, 15)) {
    const subject = random.pick([...subjects.fullDay, ...subjects.meeting]);
    for (const minutes of [random.pick([60, 90]), 60, 45, 30, 15]) {
      const end = minutesAfter(start, minutes);
      if (Temporal.PlainDateTime.compare(end, day.to) <= 0 && plan.add({ ...usual, subject, start, end })) break;
    }
  }
}

type Wish = Partial<Planned> & { readonly subject: string; readonly minutes: number };

/** Tries a few starts on the half hour; a full day stays as it is. */
function addAnywhere(plan: WeekPlan, random: Random, day: Day, { minutes, ...wish }: Wish): void {
  const room = day.from.until(day.to).total("minutes") - minutes;
  for (let tries = 0; tries < 6; tries += 1) {
    const start = minutesAfter(day.from, random.between(0, Math.floor(room / 30)) * 30);
    if (plan.add({ ...usual, ...wish, start, end: minutesAfter(start, minutes) })) return;
  }
}

function noteDay(plan: WeekPlan, random: Random, days: readonly Day[]): void {
  const day = days[random.between(0, days.length - 1)];
  if (!day) return;
  const home = random.chance(0.4);
  const subject = home ? "Working from home" : random.pick(subjects.allDay);
  const [start, end] = [day.date.toPlainDateTime(), day.date.add({ days: 1 }).toPlainDateTime()];
  plan.note({ ...usual, subject, start, end, showAs: home ? "workingElsewhere" : "free", isAllDay: true });
}
