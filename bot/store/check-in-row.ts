import type { CalendarEvent, CheckIn, Move } from "../../shared/domain/check-in.ts";
import type { Slot } from "../../shared/domain/slots/slot.ts";
import { chatIdIn } from "./meeting-link.ts";
import { type OwnPlace, openOwn, sealOwn } from "./own-words.ts";
import type { checkIn } from "./schema.ts";
import type { SealingKeys } from "./seal.ts";

/** A check-in as the database keeps it: slot, event and move spread over columns, the meeting's chat beside its link, the note sealed. */
export type CheckInRow = typeof checkIn.$inferSelect;

/** @throws SealBroken when its note was changed or is another check-in's. */
export function readCheckIn(row: CheckInRow, keys: SealingKeys): CheckIn {
  const { id, pairId, number, status, minutes, opener, booker, offered, bookingId } = row;
  const { declined, guests, appInChat, recordingOff, settledBy, version } = row;
  return {
    ...{ id, pairId, number, status, minutes, opener, booker, offered, bookingId },
    slot: slotOf(row),
    event: eventOf(row),
    move: moveOf(row),
    ...{ declined, guests, appInChat, recordingOff, settledBy, version },
    cancelNote: row.cancelNote && openOwn(keys, row.cancelNote, noteIn(row.tenantId, row)),
  };
}

function slotOf({ slotStartsAt, slotEndsAt, slotStretch }: CheckInRow): Slot | null {
  if (slotStartsAt === null || slotEndsAt === null) return null;
  return { startsAt: slotStartsAt, endsAt: slotEndsAt, stretch: slotStretch };
}

function eventOf({ eventOrganiser, eventId, eventICalUId, eventJoinUrl }: CheckInRow): CalendarEvent | null {
  if (eventOrganiser === null || eventId === null || eventICalUId === null) return null;
  return { organiser: eventOrganiser, eventId, iCalUId: eventICalUId, joinUrl: eventJoinUrl };
}

function moveOf({ moveId, moveSlot, moveBy }: CheckInRow): Move | null {
  return moveId === null || moveSlot === null || moveBy === null ? null : { id: moveId, slot: moveSlot, by: moveBy };
}

/** What of a check-in may change. */
export function writeCheckIn(tenantId: string, saved: CheckIn, keys: SealingKeys) {
  const { number, status, minutes, opener, booker, offered, slot, bookingId, event, move, version } = saved;
  const { declined, guests, appInChat, recordingOff, cancelNote, settledBy } = saved;
  return {
    ...{ number, status, minutes, opener, booker, offered, bookingId },
    slotStartsAt: slot?.startsAt ?? null,
    slotEndsAt: slot?.endsAt ?? null,
    slotStretch: slot?.stretch ?? null,
    eventOrganiser: event?.organiser ?? null,
    eventId: event?.eventId ?? null,
    eventICalUId: event?.iCalUId ?? null,
    eventJoinUrl: event?.joinUrl ?? null,
    eventChatId: event?.joinUrl ? chatIdIn(event.joinUrl) : null,
    moveId: move?.id ?? null,
    moveSlot: move?.slot ?? null,
    moveBy: move?.by ?? null,
    ...{ declined: [...declined], guests, appInChat, recordingOff, settledBy, version },
    cancelNote: cancelNote === null ? null : sealOwn(keys, cancelNote, noteIn(tenantId, saved)),
  };
}

const noteIn = (tenantId: string, { id, pairId }: Pick<CheckIn, "id" | "pairId">): OwnPlace => ({
  tenantId,
  of: pairId,
  row: id,
  noun: "cancel-note",
});
