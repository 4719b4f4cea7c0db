import type { CalendarEvent } from "../events/event.ts";
import { eventShape } from "../events/event-shape.ts";
import { readPreferences } from "../prefer.ts";

const usual = readPreferences(undefined);

/**
 * A copy as `/_local/events` tells it: Graph's event in UTC, and with it whose copy it is, which part its owner has, and whether it
 * still stands.
 */
export function toldEvent(event: CalendarEvent) {
  return {
    ...eventShape(event, usual, true),
    immutableId: event.immutableId,
    mailbox: event.mailbox,
    role: event.isOrganizer ? "organizer" : "attendee",
    cancelled: event.isCancelled,
    deleted: event.deletedAt !== null,
    deletedAt: event.deletedAt?.toISOString() ?? null,
    seeded: event.seeded,
    startAt: event.startAt.toISOString(),
    endAt: event.endAt.toISOString(),
    joinUrl: event.content.joinUrl,
  };
}
