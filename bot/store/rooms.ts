import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Room } from "../../shared/domain/room.ts";
import { freshRoom } from "../../shared/domain/room.ts";
import type { RoomRecords } from "../ports/session-records.ts";
import { readCheckIn } from "./check-in-row.ts";
import { Overtaken } from "./faults.ts";
import { chatIdIn } from "./meeting-link.ts";
import { checkIn, meetingRoom, roomLink } from "./schema.ts";
import type { SealingKeys } from "./seal.ts";
import type { Transaction } from "./transaction.ts";

/** A meeting's chat, however it is written. */
const roomOf = (chatId: string): string => chatIdIn(chatId) ?? chatId;

/** Meetings: who is in them, for jobs alone, and which check-in is held there. */
export function roomRecords(transaction: Transaction, keys: SealingKeys): RoomRecords {
  return { ...presence(transaction), ...greetings(transaction), ...links(transaction, keys) };
}

function presence({
  db,
  actor: { tenantId },
}: Transaction): Pick<RoomRecords, "findForChange" | "save" | "silentSince" | "isAlone"> {
  return {
    findForChange: async (chatId) => {
      const [row] = await db.select().from(meetingRoom).where(oneOf(tenantId, chatId)).for("update");
      if (!row) return freshRoom(roomOf(chatId));
      const { startedAt, participants, version } = row;
      return { chatId: row.chatId, startedAt, participants, version };
    },
    save: async ({ chatId, startedAt, participants, version }: Room) => {
      const set = { startedAt, participants, version };
      const target = [meetingRoom.tenantId, meetingRoom.chatId];
      const before = eq(meetingRoom.version, version - 1);
      const saved = await db
        .insert(meetingRoom)
        .values({ tenantId, chatId: roomOf(chatId), ...set })
        .onConflictDoUpdate({ target, set, setWhere: before })
        .returning({ version: meetingRoom.version });
      if (saved.length === 0) throw new Overtaken("Something else was heard of the meeting.");
    },
    silentSince: async (then) => {
      const { chatId, startedAt, participants } = meetingRoom;
      const isKnown = sql`(${startedAt} is not null or ${participants} <> '[]')`;
      const last = sql`greatest(${startedAt}::timestamptz,
        (select max((one ->> 'at')::timestamptz) from jsonb_array_elements(${participants}) as one))`;
      const rows = await db
        .select({ chatId })
        .from(meetingRoom)
        .where(and(eq(meetingRoom.tenantId, tenantId), isKnown, sql`${last} <= ${then.toString()}::timestamptz`))
        .orderBy(asc(chatId));
      return rows.map((row) => row.chatId);
    },
    isAlone: async (id) => {
      const [row] = await db.execute<{ alone: boolean }>(sql`select app.is_alone(${id}) as alone`);
      return row?.alone ?? false;
    },
  };
}

function greetings({
  db,
  actor: { tenantId },
}: Transaction): Pick<RoomRecords, "conversationOf" | "saveConversation" | "claimGreeting" | "releaseGreeting"> {
  return {
    conversationOf: async (chatId) => {
      const [row] = await db.select().from(meetingRoom).where(oneOf(tenantId, chatId));
      return row?.conversation ?? null;
    },
    saveConversation: async (chatId, conversation) => {
      const target = [meetingRoom.tenantId, meetingRoom.chatId];
      const row = { tenantId, chatId: roomOf(chatId), participants: [], version: 0, conversation };
      await db.insert(meetingRoom).values(row).onConflictDoUpdate({ target, set: { conversation } });
    },
    claimGreeting: async (chatId, startedAt) => {
      const isOpen = sql`${meetingRoom.greeted} is distinct from ${startedAt}`;
      const claimed = db
        .update(meetingRoom)
        .set({ greeted: startedAt })
        .where(and(oneOf(tenantId, chatId), isOpen));
      return (await claimed.returning({ chatId: meetingRoom.chatId })).length > 0;
    },
    releaseGreeting: async (chatId, startedAt) => {
      const isClaimed = eq(meetingRoom.greeted, startedAt);
      await db
        .update(meetingRoom)
        .set({ greeted: null })
        .where(and(oneOf(tenantId, chatId), isClaimed));
    },
  };
}

function links(
  { db, actor: { tenantId } }: Transaction,
  keys: SealingKeys,
): Pick<RoomRecords, "checkInOf" | "chatOf" | "mayLink" | "link"> {
  return {
    checkInOf: async (chatId) => {
      const isSame = and(eq(roomLink.tenantId, checkIn.tenantId), eq(roomLink.checkInId, checkIn.id));
      const isLinked = and(isSame, eq(roomLink.chatId, roomOf(chatId)));
      const linked = await db
        .select({ row: checkIn })
        .from(checkIn)
        .innerJoin(roomLink, isLinked)
        .where(eq(checkIn.tenantId, tenantId));
      const [found] = linked.length > 0 ? linked : await bookedWith(roomOf(chatId));
      return found ? readCheckIn(found.row, keys) : null;
    },
    chatOf: async (id) => {
      const [link] = await db
        .select({ chatId: roomLink.chatId })
        .from(roomLink)
        .where(and(eq(roomLink.tenantId, tenantId), eq(roomLink.checkInId, id)))
        .orderBy(desc(roomLink.linkedAt))
        .limit(1);
      if (link) return link.chatId;
      const same = and(eq(checkIn.tenantId, tenantId), eq(checkIn.id, id));
      const [booked] = await db.select({ chatId: checkIn.eventChatId }).from(checkIn).where(same);
      return booked?.chatId ?? null;
    },
    mayLink: async (chatId, pairId) => {
      const asked = sql`select app.may_link_room(${roomOf(chatId)}, ${pairId}) as free`;
      const [row] = await db.execute<{ free: boolean }>(asked);
      return row?.free ?? false;
    },
    link: async (chatId, { id, pairId }) => {
      const asked = sql`select app.link_room(${roomOf(chatId)}, ${id}, ${pairId}) as linked`;
      const [row] = await db.execute<{ linked: boolean }>(asked);
      return row?.linked ?? false;
    },
  };

  /** A meeting may have been booked for a check-in that fell through, and then for the next. */
  function bookedWith(chatId: string) {
    const same = and(eq(checkIn.tenantId, tenantId), eq(checkIn.eventChatId, chatId));
    return db
      .select({ row: checkIn })
      .from(checkIn)
      .where(same)
      .orderBy(desc(checkIn.number), desc(checkIn.wishedAt))
      .limit(1);
  }
}

const oneOf = (tenantId: string, chatId: string) =>
  and(eq(meetingRoom.tenantId, tenantId), eq(meetingRoom.chatId, roomOf(chatId)));
