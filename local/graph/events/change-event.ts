import type { LocalPerson } from "../../identities.ts";
import { badRequest, irresolvableConflict, itemNotFound } from "../errors.ts";
import { personBy } from "../people.ts";
import { type Database, inTransaction } from "../store/database.ts";
import { insertEvents, lockCopies, updateEvent } from "../store/events.ts";
import { recordMessages } from "../store/outbox.ts";
import { changedContent } from "./content.ts";
import { attendeeCopy, cancelledCopy, followedContent, rewritten } from "./copies.ts";
import { withMeeting } from "./create-event.ts";
import { type Attendee, type CalendarEvent, type EventContent, never } from "./event.ts";
import { type EventChange, readChange } from "./event-input.ts";
import type { Mailbox } from "./mailbox.ts";
import { messagesTo } from "./messages.ts";
import { readOccurrenceId } from "./series.ts";
import { carriesMeeting } from "./teams-meeting.ts";

/** One mailbox's copy and the other copies of its meeting. */
export interface Copies {
  readonly own: CalendarEvent;
  readonly others: readonly CalendarEvent[];
}

/** Locks a meeting's copies and checks `If-Match`. @throws GraphError 404, or 412 when the copy has changed since. */
export async function takeCopies(db: Database, mailbox: Mailbox, id: string, ifMatch?: string): Promise<Copies> {
  if (readOccurrenceId(id)) {
    throw badRequest("These calendars keep a series whole: change its master.", "ErrorInvalidRequest");
  }
  const copies = await lockCopies(db, mailbox.owner.oid, id);
  const own = copies.find((copy) => copy.mailbox === mailbox.owner.oid);
  if (!own) throw itemNotFound();
  const tags = ifMatch?.split(",").map((tag) =>
    tag
      .trim()
      .replace(/^W\/|"/g, "")
      .replaceAll('"', ""),
  );
  if (tags && !tags.includes("*") && !tags.includes(own.changeKey)) throw irresolvableConflict(412);
  return { own, others: copies.filter((copy) => copy !== own) };
}

/**
 * Changes an event.
 *
 * The organiser's change reaches every copy: a new time asks everyone again, a change of attendees alone tells only those who come or
 * go, and a new time brings the meeting back to an attendee who had removed it. An attendee's change stays in the attendee's own copy.
 */
export async function changeEvent(
  mailbox: Mailbox,
  id: string,
  body: unknown,
  ifMatch?: string,
): Promise<CalendarEvent> {
  const given = readChange(body);
  return inTransaction(mailbox.pool, async (db) => {
    const { own, others } = await takeCopies(db, mailbox, id, ifMatch);
    const content = contentAfter(mailbox, own, given);
    const changed = rewritten(own, content, mailbox.owner, mailbox.now);
    await updateEvent(db, changed);
    if (own.isOrganizer) await tellAttendees(db, mailbox, { before: own, after: changed, others, given });
    return changed;
  });
}

function contentAfter(mailbox: Mailbox, own: CalendarEvent, given: EventChange): EventContent {
  const changed = changedContent(own.content, given);
  if (!own.isOrganizer) return changed;
  const losesMeeting =
    mailbox.behaviour.bodyCarriesMeeting &&
    given.body !== undefined &&
    changed.joinUrl !== null &&
    !carriesMeeting(changed.body.content, changed.joinUrl);
  const online = losesMeeting ? { ...changed, joinUrl: null } : withMeeting(changed, given, own.iCalUId, mailbox);
  return isMoved(own.content, online) ? { ...online, attendees: online.attendees.map(unanswered) } : online;
}

const unanswered = (one: Attendee): Attendee => ({ ...one, status: { response: "none", time: never } });

const isMoved = (before: EventContent, after: EventContent) => timesOf(before) !== timesOf(after);

const timesOf = ({ start, end, isAllDay, recurrence }: EventContent) =>
  JSON.stringify([start, end, isAllDay, recurrence ?? null]);

interface Change {
  readonly before: CalendarEvent;
  readonly after: CalendarEvent;
  readonly others: readonly CalendarEvent[];
  readonly given: EventChange;
}

const addressesOf = (content: EventContent) =>
  new Set(content.attendees.map((one) => one.emailAddress.address.toLowerCase()));

async function tellAttendees(db: Database, mailbox: Mailbox, { before, after, others, given }: Change): Promise<void> {
  const had = addressesOf(before.content);
  const has = addressesOf(after.content);
  const address = (one: Attendee) => one.emailAddress.address.toLowerCase();
  const come = after.content.attendees.filter((one) => !had.has(address(one)));
  const invited = isMoved(before.content, after.content) ? after.content.attendees : come;
  const stay = after.content.attendees.filter((one) => had.has(address(one)));
  const gone = before.content.attendees.filter((one) => !has.has(address(one)));
  const onlyAttendees = Object.keys(given).every((key) => key === "attendees");
  await followInCopies(db, mailbox, { before, after, others, given });
  const newcomers = invited
    .flatMap((one) => personBy(address(one)) ?? [])
    .filter((person) => !holdsCopy(others, person));
  await insertEvents(
    db,
    newcomers.map((person) => attendeeCopy(after, person)),
  );
  await recordMessages(db, [
    ...messagesTo(come, "invitation", after, mailbox.now),
    ...messagesTo(onlyAttendees ? [] : stay, "update", after, mailbox.now),
    ...messagesTo(gone, "cancellation", before, mailbox.now),
  ]);
}

const holdsCopy = (copies: readonly CalendarEvent[], person: LocalPerson) =>
  copies.some((copy) => copy.mailbox === person.oid && !copy.isCancelled);

async function followInCopies(db: Database, mailbox: Mailbox, { before, after, others }: Change): Promise<void> {
  const has = addressesOf(after.content);
  const moved = isMoved(before.content, after.content);
  for (const copy of others.filter((one) => !one.isCancelled)) {
    const owner = personBy(copy.mailbox);
    if (!owner) continue;
    const followed = has.has(owner.mail)
      ? rewritten(copy, followedContent(copy.content, after.content, moved), owner, mailbox.now)
      : cancelledCopy(copy, null, mailbox.now);
    await updateEvent(db, followed);
  }
}
