import type { LocalPerson } from "../../identities.ts";
import { personBy } from "../people.ts";
import { instantsOf } from "./content.ts";
import { type CalendarEvent, type EventContent, never, newChangeKey, newEventId, newImmutableId } from "./event.ts";

/** Tenant people among the attendees: they have mailboxes here, the others get messages only. */
export function invitedPeople(content: EventContent): LocalPerson[] {
  return content.attendees.flatMap((one) => personBy(one.emailAddress.address) ?? []);
}

/** The content as an attendee first receives it: awaiting an answer, shown as tentative unless the organiser shows it as free. */
function receivedContent(content: EventContent): EventContent {
  return {
    ...content,
    responseStatus: { response: "notResponded", time: never },
    showAs: content.showAs === "free" ? "free" : "tentative",
    categories: [],
  };
}

/** A new copy in an attendee's mailbox. A seed text makes its ids the same every time. */
export function attendeeCopy(source: CalendarEvent, owner: LocalPerson, seed?: string): CalendarEvent {
  const content = receivedContent(source.content);
  return {
    ...source,
    ...instantsOf(content, owner),
    id: newEventId(seed),
    immutableId: newImmutableId(seed),
    changeKey: newChangeKey(seed),
    mailbox: owner.oid,
    isOrganizer: false,
    transactionId: null,
    requestDigest: null,
    content,
  };
}

const localOnly = ["categories", "isReminderOn", "reminderMinutesBeforeStart", "showAs", "responseStatus"] as const;

/** What the organiser's change makes of an attendee's copy: the meeting is the organiser's, the marks on it the attendee's own. */
export function followedContent(copy: EventContent, organizers: EventContent, moved: boolean): EventContent {
  const kept = Object.fromEntries(localOnly.map((key) => [key, copy[key]])) as Pick<
    EventContent,
    (typeof localOnly)[number]
  >;
  const followed = { ...organizers, ...kept };
  return moved
    ? {
        ...followed,
        responseStatus: { response: "notResponded", time: never },
        showAs: receivedContent(organizers).showAs,
      }
    : followed;
}

/** The copy with new content, times that follow from it, and a new change key. */
export function rewritten(copy: CalendarEvent, content: EventContent, owner: LocalPerson, now: Date): CalendarEvent {
  return { ...copy, ...instantsOf(content, owner), content, modifiedAt: now, changeKey: newChangeKey() };
}

/** An attendee's copy after the organiser called the meeting off: it stays, marked, until its owner removes it. */
export function cancelledCopy(copy: CalendarEvent, comment: string | null, now: Date): CalendarEvent {
  const { content } = copy;
  const said = comment ? { contentType: "text" as const, content: comment } : content.body;
  return {
    ...copy,
    isCancelled: true,
    modifiedAt: now,
    changeKey: newChangeKey(),
    content: { ...content, subject: `Canceled: ${content.subject}`, showAs: "free", body: said, joinUrl: null },
  };
}
