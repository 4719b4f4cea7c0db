import { z } from "zod";
import { badRequest } from "../errors.ts";
import { type Database, inTransaction } from "../store/database.ts";
import { updateEvent } from "../store/events.ts";
import { recordMessages } from "../store/outbox.ts";
import { type Copies, takeCopies } from "./change-event.ts";
import { cancelledCopy } from "./copies.ts";
import { type CalendarEvent, newChangeKey } from "./event.ts";
import { readBody } from "./event-input.ts";
import type { Mailbox } from "./mailbox.ts";
import { messagesTo } from "./messages.ts";

const comment = z.string().nullish();
const cancellation = z.union([z.strictObject({ comment }), z.strictObject({ Comment: comment })]);

/** Calls a meeting off with a word to its attendees. @throws GraphError 400 for anyone but the organiser, 404 when it isn't there. */
export async function cancelEvent(mailbox: Mailbox, id: string, body: unknown): Promise<void> {
  const given = readBody(cancellation, body);
  const said = ("comment" in given ? given.comment : "Comment" in given ? given.Comment : null) ?? null;
  await inTransaction(mailbox.pool, async (db) => {
    const copies = await takeCopies(db, mailbox, id);
    if (!copies.own.isOrganizer) {
      const sentence = "Your request can't be completed. You need to be an organizer to cancel a meeting.";
      throw badRequest(sentence, "ErrorInvalidRequest");
    }
    await callOff(db, mailbox, copies, said);
  });
}

/** Deletes a copy. The organiser's deletion calls the meeting off for everyone; an attendee's touches only the attendee's calendar. */
export async function deleteEvent(mailbox: Mailbox, id: string, ifMatch?: string): Promise<void> {
  await inTransaction(mailbox.pool, async (db) => {
    const copies = await takeCopies(db, mailbox, id, ifMatch);
    if (copies.own.isOrganizer) return callOff(db, mailbox, copies, null);
    await updateEvent(db, deleted(copies.own, mailbox.now));
  });
}

/** The copy as it is once it left its calendar. */
export const deleted = (copy: CalendarEvent, now: Date): CalendarEvent => ({
  ...copy,
  deletedAt: now,
  modifiedAt: now,
  changeKey: newChangeKey(),
});

async function callOff(db: Database, mailbox: Mailbox, { own, others }: Copies, said: string | null): Promise<void> {
  const { now } = mailbox;
  await updateEvent(db, { ...deleted(own, now), isCancelled: true });
  for (const copy of others.filter((one) => !one.isCancelled)) await updateEvent(db, cancelledCopy(copy, said, now));
  await recordMessages(db, messagesTo(own.content.attendees, "cancellation", own, now, said));
}
