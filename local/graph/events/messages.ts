import type { Message } from "../store/outbox.ts";
import type { Attendee, CalendarEvent } from "./event.ts";

/** What Exchange would send about a meeting from its organiser to these attendees. */
export function messagesTo(
  attendees: readonly Attendee[],
  kind: "invitation" | "update" | "cancellation",
  event: CalendarEvent,
  now: Date,
  comment: string | null = null,
): Message[] {
  const { organizer, subject } = event.content;
  return attendees.map((one) => ({
    sentAt: now,
    kind,
    sender: organizer.address,
    recipient: one.emailAddress.address,
    iCalUId: event.iCalUId,
    subject,
    comment,
  }));
}
