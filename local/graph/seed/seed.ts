import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { type LocalPerson, localPeople, localPerson } from "../../identities.ts";
import { withAppended } from "../events/body.ts";
import { instantsOf } from "../events/content.ts";
import { attendeeCopy } from "../events/copies.ts";
import {
  type Attendee,
  type CalendarEvent,
  type EventContent,
  never,
  newChangeKey,
  newEventId,
  newICalUId,
  newImmutableId,
} from "../events/event.ts";
import { weeklyOn } from "../events/recurrence.ts";
import { joinUrlFor, meetingBlob } from "../events/teams-meeting.ts";
import { emailAddressOf } from "../people.ts";
import { inTransaction } from "../store/database.ts";
import { insertEvents } from "../store/events.ts";
import { habits } from "./habits.ts";
import { planWeek, projectTimes } from "./person-week.ts";

/** How far calendars reach, in weeks around the present one. */
const reach = { back: 3, ahead: 8 };

/**
 * Fills everyone's calendar for the weeks around now that haven't been filled before, and touches nothing else.
 *
 * The same week is filled the same way every time. Returns how many weeks were new.
 */
export async function seedCalendars(pool: pg.Pool, now: Date): Promise<number> {
  const today = Temporal.PlainDate.from(now.toISOString().slice(0, 10));
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  await insertEvents(pool, weeklyHabits(monday.subtract({ weeks: reach.back })));
  let filled = 0;
  for (let week = -reach.back; week <= reach.ahead; week += 1) {
    if (await seedWeek(pool, monday.add({ weeks: week }))) filled += 1;
  }
  return filled;
}

async function seedWeek(pool: pg.Pool, monday: Temporal.PlainDate): Promise<boolean> {
  return inTransaction(pool, async (db) => {
    const marked = await db.query("insert into seeded_week values ($1) on conflict do nothing", [monday.toString()]);
    if (marked.rowCount === 0) return false;
    await insertEvents(db, weekOfEveryone(monday));
    return true;
  });
}

/** Every copy in everyone's calendar in one week. */
export function weekOfEveryone(monday: Temporal.PlainDate): CalendarEvent[] {
  return [...localPeople.flatMap((person) => ownEvents(person, monday)), ...sharedEvents(monday)];
}

function ownEvents(person: LocalPerson, monday: Temporal.PlainDate): CalendarEvent[] {
  return planWeek(person, monday).map((planned, index) => {
    const { subject, showAs, sensitivity, isAllDay, place } = planned;
    const content: EventContent = {
      ...contentBetween(person, { subject, start: planned.start, end: planned.end, zone: person.zone }),
      showAs,
      sensitivity,
      isAllDay,
      locations: place ? [{ displayName: place }] : [],
    };
    return seeded(person, content, `${person.oid} ${monday.toString()} ${index}`, monday);
  });
}

/** The series that some people have, from a week on; written once, whenever that was. */
function weeklyHabits(monday: Temporal.PlainDate): CalendarEvent[] {
  return habits.map(({ person: name, subject, day, dayName, at, minutes }) => {
    const person = localPerson(name);
    const start = monday.add({ days: day - 1 }).toPlainDateTime(at);
    const content: EventContent = {
      ...contentBetween(person, { subject, start, end: start.add({ minutes }), zone: person.zone }),
      recurrence: weeklyOn(dayName, start.toPlainDate().toString()),
    };
    return seeded(person, content, `${person.oid} ${subject}`, monday);
  });
}

interface Timed {
  readonly subject: string;
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime;
  readonly zone: string;
}

function contentBetween(owner: LocalPerson, { subject, start, end, zone }: Timed): EventContent {
  const local = (at: Temporal.PlainDateTime) => ({ local: at.toString({ smallestUnit: "millisecond" }), zone });
  return {
    subject,
    body: { contentType: "html", content: "" },
    start: local(start),
    end: local(end),
    isAllDay: false,
    showAs: "busy",
    sensitivity: "normal",
    importance: "normal",
    categories: [],
    locations: [],
    organizer: emailAddressOf(owner),
    attendees: [],
    responseStatus: { response: "organizer", time: never },
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    joinUrl: null,
    recurrence: null,
  };
}

/** Eight weeks before its week is when each seeded event was written. */
function seeded(person: LocalPerson, content: EventContent, seed: string, monday: Temporal.PlainDate): CalendarEvent {
  const written = new Date(monday.subtract({ weeks: reach.ahead }).toZonedDateTime("UTC").epochMilliseconds);
  return {
    id: newEventId(seed),
    immutableId: newImmutableId(seed),
    mailbox: person.oid,
    iCalUId: newICalUId(seed),
    isOrganizer: true,
    transactionId: null,
    requestDigest: null,
    changeKey: newChangeKey(seed),
    ...instantsOf(content, person),
    createdAt: written,
    modifiedAt: written,
    isCancelled: false,
    deletedAt: null,
    seeded: true,
    content,
  };
}

function sharedEvents(monday: Temporal.PlainDate): CalendarEvent[] {
  return projectTimes(monday).flatMap(({ subject, start, end, people }) => {
    const [organiser, ...others] = people.map(localPerson);
    if (!organiser) return [];
    const seed = `${subject} ${monday.toString()}`;
    const accepted = {
      response: "accepted",
      time: monday.subtract({ weeks: 1 }).toString().concat("T08:00:00Z"),
    } as const;
    const attendees = others.map(
      (person): Attendee => ({ type: "required", status: accepted, emailAddress: emailAddressOf(person) }),
    );
    const times = { start: start.toPlainDateTime(), end: end.toPlainDateTime(), zone: organiser.zone };
    const joinUrl = joinUrlFor(seed, organiser.oid);
    const blank = contentBetween(organiser, { subject, ...times });
    const content = { ...blank, attendees, joinUrl, body: withAppended(blank.body, meetingBlob(joinUrl)) };
    const own = seeded(organiser, content, seed, monday);
    const copies = others.map((person) => {
      const copy = attendeeCopy(own, person, `${seed} ${person.oid}`);
      return { ...copy, content: { ...copy.content, responseStatus: accepted, showAs: "busy" as const } };
    });
    return [own, ...copies];
  });
}
