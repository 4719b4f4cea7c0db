import { z } from "zod";
import { badRequest } from "../errors.ts";
import { type Database, inTransaction } from "../store/database.ts";
import { updateEvent } from "../store/events.ts";
import { recordMessages } from "../store/outbox.ts";
import { deleted } from "./cancel-event.ts";
import { takeCopies } from "./change-event.ts";
import { type CalendarEvent, newChangeKey, type ResponseStatus, type ShowAs } from "./event.ts";
import { readBody } from "./event-input.ts";
import type { Mailbox } from "./mailbox.ts";

/** The answers to an invitation, by the name of their action. */
export const answers = {
  accept: { response: "accepted", showAs: "busy" },
  tentativelyAccept: { response: "tentativelyAccepted", showAs: "tentative" },
  decline: { response: "declined", showAs: "free" },
} as const satisfies Readonly<Record<string, { response: ResponseStatus["response"]; showAs: ShowAs }>>;

export type Answer = keyof typeof answers;

const reply = z.strictObject({
  comment: z.string().nullish(),
  sendResponse: z.boolean().nullish(),
  proposedNewTime: z.null().optional(),
});

/**
 * Answers an invitation. The answer shows in the organiser's copy unless `sendResponse` is false; a declined meeting leaves the
 * attendee's calendar.
 */
export async function respondToEvent(mailbox: Mailbox, id: string, answer: Answer, body: unknown): Promise<void> {
  const given = readBody(reply, body);
  await inTransaction(mailbox.pool, async (db) => {
    const { own, others } = await takeCopies(db, mailbox, id);
    if (own.isOrganizer) {
      const why = "You can't respond to this meeting because you're the meeting organizer.";
      throw badRequest(`Your request can't be completed. ${why}`, "ErrorInvalidRequest");
    }
    const status = { response: answers[answer].response, time: mailbox.now.toISOString() };
    await updateEvent(db, answered(own, answer, status, mailbox.now));
    const organizers = others.find((copy) => copy.isOrganizer);
    if (organizers && given.sendResponse !== false)
      await tellOrganizer(db, mailbox, organizers, status, given.comment ?? null);
  });
}

function answered(own: CalendarEvent, answer: Answer, status: ResponseStatus, now: Date): CalendarEvent {
  if (answer === "decline") return { ...deleted(own, now), content: { ...own.content, responseStatus: status } };
  const showAs: ShowAs = own.content.showAs === "free" ? "free" : answers[answer].showAs;
  const content = { ...own.content, responseStatus: status, showAs };
  return { ...own, content, modifiedAt: now, changeKey: newChangeKey() };
}

async function tellOrganizer(
  db: Database,
  { owner, now }: Mailbox,
  organizers: CalendarEvent,
  status: ResponseStatus,
  comment: string | null,
): Promise<void> {
  const attendees = organizers.content.attendees.map((one) =>
    one.emailAddress.address.toLowerCase() === owner.mail ? { ...one, status } : one,
  );
  const content = { ...organizers.content, attendees };
  await updateEvent(db, { ...organizers, content, modifiedAt: now, changeKey: newChangeKey() });
  const { organizer, subject } = organizers.content;
  const { iCalUId } = organizers;
  const kind = "response" as const;
  await recordMessages(db, [
    { sentAt: now, kind, sender: owner.mail, recipient: organizer.address, iCalUId, subject, comment },
  ]);
}
