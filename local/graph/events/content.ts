import type { LocalPerson } from "../../identities.ts";
import { badRequest, GraphError } from "../errors.ts";
import { emailAddressOf, personBy } from "../people.ts";
import { epochOf, isMidnight, readWallTime, type WallTime } from "../times.ts";
import { keptBody } from "./body.ts";
import { type Attendee, type EventContent, type Location, never } from "./event.ts";
import type { EventChange, EventCreation } from "./event-input.ts";
import { type Recurrence, readRecurrence } from "./recurrence.ts";

type Given<Key extends keyof EventChange> = NonNullable<EventChange[Key]>;

const blank: Omit<EventContent, "start" | "end" | "organizer"> = {
  subject: "",
  body: { contentType: "html", content: "" },
  isAllDay: false,
  showAs: "busy",
  sensitivity: "normal",
  importance: "normal",
  categories: [],
  locations: [],
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

/** The content of a new event in its organiser's copy, without the Teams meeting. */
export function newContent(given: EventCreation, organizer: LocalPerson): EventContent {
  const start = readWallTime(given.start);
  const base = { ...blank, start, end: start, organizer: emailAddressOf(organizer) };
  return changedContent(base, given);
}

/** The content with what the request gives. A null resets a property. The Teams meeting stays as it was. */
export function changedContent(content: EventContent, given: EventChange): EventContent {
  const changed: EventContent = {
    ...content,
    ...simpleChanges(given),
    ...(given.body === undefined ? {} : { body: readBodyOf(given.body ?? {}) }),
    ...(given.start ? { start: readWallTime(given.start) } : {}),
    ...(given.end ? { end: readWallTime(given.end) } : {}),
    ...(given.attendees === undefined ? {} : { attendees: readAttendees(given.attendees ?? [], content) }),
    ...placesOf(given),
  };
  requireSoundTimes(changed);
  return { ...changed, recurrence: recurrenceAfter(changed, given) };
}

/** A series that is moved begins with its new start. */
function recurrenceAfter({ recurrence, start }: EventContent, given: EventChange): Recurrence | null {
  if (given.recurrence) return readRecurrence(given.recurrence, start);
  if (!recurrence || given.recurrence === null) return null;
  return { ...recurrence, startDate: start.local.slice(0, 10) };
}

function simpleChanges(given: EventChange): Partial<EventContent> {
  const keys = [
    ...(["subject", "isAllDay", "showAs", "sensitivity", "importance", "categories", "responseRequested"] as const),
    ...(["allowNewTimeProposals", "hideAttendees", "isReminderOn", "reminderMinutesBeforeStart"] as const),
  ];
  return Object.fromEntries(
    keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key] ?? blank[key]]),
  );
}

const readBodyOf = (body: Given<"body">) =>
  keptBody({ contentType: body.contentType ?? "text", content: body.content ?? "" });

function placesOf(given: EventChange): { locations?: readonly Location[] } {
  if (given.locations) return { locations: given.locations.map(readLocation) };
  if (given.location === undefined && given.locations === undefined) return {};
  return { locations: given.location?.displayName ? [readLocation(given.location)] : [] };
}

const readLocation = (place: Given<"location">): Location => ({
  displayName: place.displayName ?? "",
  ...(place.locationEmailAddress ? { locationEmailAddress: place.locationEmailAddress } : {}),
  ...(place.locationUri ? { locationUri: place.locationUri } : {}),
});

/** Who is invited, once each and never the organiser. Answers already given are kept. */
function readAttendees(given: Given<"attendees">, content: EventContent): Attendee[] {
  const known = new Map(content.attendees.map((one) => [one.emailAddress.address.toLowerCase(), one]));
  const wanted = new Map<string, Attendee>();
  for (const one of given) {
    const address = one.emailAddress.address.trim();
    if (!address.includes("@")) throw badRequest(`'${address}' is not an address.`, "ErrorInvalidRecipients");
    if (address.toLowerCase() === content.organizer.address) continue;
    const person = personBy(address);
    wanted.set(address.toLowerCase(), {
      type: one.type ?? "required",
      status: known.get(address.toLowerCase())?.status ?? { response: "none", time: never },
      emailAddress: { name: one.emailAddress.name ?? (person ? emailAddressOf(person).name : address), address },
    });
  }
  return [...wanted.values()];
}

function requireSoundTimes({ start, end, isAllDay }: EventContent): void {
  if (isAllDay && !(isMidnight(start.local) && isMidnight(end.local) && start.zone === end.zone)) {
    const rule = "An all-day event starts and ends at midnight in one time zone.";
    throw new GraphError(400, "ErrorPropertyValidationFailure", `At least one property failed validation. ${rule}`);
  }
  const length = epochOf(end) - epochOf(start);
  if (length > 0 || (length === 0 && !isAllDay)) return;
  if (length === 0)
    throw badRequest("The duration of an all-day event is at least a day.", "ErrorPropertyValidationFailure");
  throw badRequest("The end of an event can't be before its start.", "ErrorCalendarEndDateIsEarlierThanStartDate");
}

/** When a copy starts and ends. A whole day is a day in its owner's zone, whatever zone it was written in. */
export function instantsOf(content: EventContent, owner: LocalPerson): { startAt: Date; endAt: Date } {
  const at = (time: WallTime) => new Date(epochOf(content.isAllDay ? { local: time.local, zone: owner.zone } : time));
  return { startAt: at(content.start), endAt: at(content.end) };
}
