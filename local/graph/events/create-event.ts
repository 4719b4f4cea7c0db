import { createHash } from "node:crypto";
import { GraphError } from "../errors.ts";
import { inTransaction } from "../store/database.ts";
import { findByTransaction, freeTransaction, insertEvents } from "../store/events.ts";
import { recordMessages } from "../store/outbox.ts";
import { withAppended } from "./body.ts";
import { instantsOf, newContent } from "./content.ts";
import { attendeeCopy, invitedPeople } from "./copies.ts";
import {
  type CalendarEvent,
  type EventContent,
  newChangeKey,
  newEventId,
  newICalUId,
  newImmutableId,
} from "./event.ts";
import { type EventCreation, readCreation } from "./event-input.ts";
import type { Mailbox } from "./mailbox.ts";
import { messagesTo } from "./messages.ts";
import { joinUrlFor, meetingBlob } from "./teams-meeting.ts";

/**
 * Creates an event with a copy for each attendee of this tenant, and records the invitations: all or nothing.
 *
 * A transaction id used before gives the first event again or a refusal, as the mailbox's behaviour says.
 */
export async function createEvent(mailbox: Mailbox, body: unknown): Promise<CalendarEvent> {
  const given = readCreation(body);
  const event = newEvent(mailbox, given);
  const copies = invitedPeople(event.content).map((person) => attendeeCopy(event, person));
  return inTransaction(mailbox.pool, async (db) => {
    if (given.transactionId && mailbox.behaviour.deletedTransactions === "free") {
      await freeTransaction(db, mailbox.owner.oid, given.transactionId);
    }
    const stored = await insertEvents(db, [event]);
    if (!stored.has(event.id)) {
      const first = await findByTransaction(db, mailbox.owner.oid, given.transactionId ?? "");
      return repeated(mailbox, first, event);
    }
    await insertEvents(db, copies);
    await recordMessages(db, messagesTo(event.content.attendees, "invitation", event, mailbox.now));
    return event;
  });
}

function newEvent(mailbox: Mailbox, given: EventCreation): CalendarEvent {
  const iCalUId = newICalUId();
  const content = withMeeting(newContent(given, mailbox.owner), given, iCalUId, mailbox);
  return {
    id: newEventId(),
    immutableId: newImmutableId(),
    mailbox: mailbox.owner.oid,
    iCalUId,
    isOrganizer: true,
    transactionId: given.transactionId ?? null,
    requestDigest: createHash("sha256").update(JSON.stringify(given)).digest("hex"),
    changeKey: newChangeKey(),
    ...instantsOf(content, mailbox.owner),
    createdAt: mailbox.now,
    modifiedAt: mailbox.now,
    isCancelled: false,
    deletedAt: null,
    seeded: false,
    content,
  };
}

/** The content with a Teams meeting where one is asked for and the calendar allows it; otherwise, without a word, none. */
export function withMeeting(
  content: EventContent,
  given: Pick<EventCreation, "isOnlineMeeting" | "onlineMeetingProvider">,
  iCalUId: string,
  { owner, behaviour }: Mailbox,
): EventContent {
  const provider = given.onlineMeetingProvider ?? "teamsForBusiness";
  const wanted = given.isOnlineMeeting === true && (provider === "teamsForBusiness" || provider === "unknown");
  if (!wanted || !behaviour.allowsTeamsMeetings || content.joinUrl !== null) return content;
  const joinUrl = joinUrlFor(iCalUId, owner.oid);
  return { ...content, joinUrl, body: withAppended(content.body, meetingBlob(joinUrl)) };
}

function repeated({ behaviour }: Mailbox, first: CalendarEvent | undefined, again: CalendarEvent): CalendarEvent {
  const form = behaviour.duplicateTransaction;
  if (first && form === "same" && first.requestDigest === again.requestDigest) return first;
  const sentence = "The TransactionId specified in the request has already been used to create a different event.";
  const extra = first && form.endsWith("-with-id") ? { "@event.existingEventId": first.id } : {};
  const status = form.startsWith("400") ? 400 : 409;
  throw new GraphError(status, "ErrorDuplicateTransactionId", `Your request can't be completed. ${sentence}`, {
    extra,
  });
}
