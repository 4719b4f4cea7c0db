import { and, asc, desc, eq, or } from "drizzle-orm";
import type { CalendarEvent, CheckIn } from "../../shared/domain/check-in.ts";
import type { CheckInRecords } from "../ports.ts";
import { anyOf } from "./any-of.ts";
import { chatIdIn } from "./meeting-link.ts";
import { ownPairIds } from "./pairs.ts";
import { checkIn } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof checkIn.$inferSelect;

/** Check-ins, with the chosen slot and the event spread over columns, and the meeting's chat beside its link. */
export function checkInRecords(transaction: Transaction): CheckInRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const oneOf = (id: string) => and(eq(checkIn.tenantId, tenantId), eq(checkIn.id, id));
  return {
    find: async (id) => readFirst(await db.select().from(checkIn).where(oneOf(id))),
    findForChange: async (id) => readFirst(await db.select().from(checkIn).where(oneOf(id)).for("update")),
    ofPair: async (pairId) => {
      const theirs = and(eq(checkIn.tenantId, tenantId), eq(checkIn.pairId, pairId));
      return (await db.select().from(checkIn).where(theirs).orderBy(asc(checkIn.number), asc(checkIn.wishedAt))).map(
        read,
      );
    },
    findByMeeting: async (joinUrlOrChatId) => {
      const chatId = chatIdIn(joinUrlOrChatId);
      const sameLink = eq(checkIn.eventJoinUrl, joinUrlOrChatId);
      const meeting = chatId === null ? sameLink : or(sameLink, eq(checkIn.eventChatId, chatId));
      const mine = and(eq(checkIn.tenantId, tenantId), anyOf(checkIn.pairId, await ownPairIds(transaction)));
      const found = db.select().from(checkIn).where(and(mine, meeting));
      return readFirst(await found.orderBy(desc(checkIn.number), desc(checkIn.wishedAt)).limit(1));
    },
    save: async (saved) => {
      const { id, pairId, number, version } = saved;
      const stored = { id: checkIn.id };
      if (version === 1) {
        const row = { tenantId, id, pairId, number, ...write(saved) };
        return (await db.insert(checkIn).values(row).onConflictDoNothing().returning(stored)).length > 0;
      }
      const before = and(oneOf(id), eq(checkIn.version, version - 1));
      return (await db.update(checkIn).set(write(saved)).where(before).returning(stored)).length > 0;
    },
  };
}

const readFirst = ([row]: readonly Row[]): CheckIn | null => (row ? read(row) : null);

function read(row: Row): CheckIn {
  const { id, pairId, number, status, minutes, opener, booker, offered, bookingId, version } = row;
  const slot =
    row.slotStartsAt !== null && row.slotEndsAt !== null
      ? { startsAt: row.slotStartsAt, endsAt: row.slotEndsAt, stretches: row.slotStretches }
      : null;
  return {
    id,
    pairId,
    number,
    status,
    minutes,
    opener,
    booker,
    offered,
    slot,
    bookingId,
    event: eventOf(row),
    version,
  };
}

function eventOf({ eventOrganiser, eventId, eventICalUId, eventJoinUrl }: Row): CalendarEvent | null {
  if (eventOrganiser === null || eventId === null || eventICalUId === null) return null;
  return { organiser: eventOrganiser, eventId, iCalUId: eventICalUId, joinUrl: eventJoinUrl };
}

/** What of a check-in may change. */
function write({ status, minutes, opener, booker, offered, slot, bookingId, event, version }: CheckIn) {
  return {
    status,
    minutes,
    opener,
    booker,
    offered,
    slotStartsAt: slot?.startsAt ?? null,
    slotEndsAt: slot?.endsAt ?? null,
    slotStretches: slot?.stretches ?? null,
    bookingId,
    eventOrganiser: event?.organiser ?? null,
    eventId: event?.eventId ?? null,
    eventICalUId: event?.iCalUId ?? null,
    eventJoinUrl: event?.joinUrl ?? null,
    eventChatId: event?.joinUrl ? chatIdIn(event.joinUrl) : null,
    version,
  };
}
