import { isMember, type Pair } from "./pair.ts";
import type { PersonId } from "./person.ts";

/** Someone in a meeting, as Teams names them in its events; `personId` is `null` for guests and whoever is not of the tenant. */
export interface Participant {
  /** Teams' own id of the participant, the same when joining and leaving. */
  readonly key: string;
  readonly personId: PersonId | null;
  /** ISO instant of the last event about this participant, so that events in the wrong order do no harm. */
  readonly at: string;
  readonly isIn: boolean;
}

/** What is known of who is in a meeting, from Teams' events alone. Nothing of it outlives the meeting. */
export interface Room {
  readonly chatId: string;
  /** ISO instant; `null` unless the meeting's start was heard and no end since: then nobody knows who is there. */
  readonly startedAt: string | null;
  readonly participants: readonly Participant[];
  readonly version: number;
}

/** What Teams says of a meeting. `at`: ISO instant. */
export type RoomEvent =
  | { readonly kind: "start" | "end"; readonly at: string }
  | { readonly kind: "join" | "leave"; readonly at: string; readonly key: string; readonly personId: PersonId | null };

/** A room of which nothing is known. */
export const freshRoom = (chatId: string): Room => ({ chatId, startedAt: null, participants: [], version: 0 });

/**
 * The room after what Teams says of it, or the same object where that says nothing new. Events may come late, twice and in any order: each
 * participant is where the latest event has them, and a meeting forgets what was before it.
 */
export function roomAfter(room: Room, event: RoomEvent): Room {
  const next =
    "key" in event ? moved(room, event) : event.kind === "start" ? begun(room, event.at) : ended(room, event.at);
  return next === room ? room : { ...next, version: room.version + 1 };
}

/**
 * Whether the pair is known to be alone in the room: its start was heard, everybody known to be in it is of the pair, and somebody is, for where
 * Teams tells of nobody at all, nobody knows who is there.
 */
export function isAlone({ startedAt, participants }: Room, members: Pair["members"]): boolean {
  const inside = participants.filter(({ isIn }) => isIn);
  const isOurs = ({ personId }: Participant) => personId !== null && isMember({ members }, personId);
  return startedAt !== null && inside.length > 0 && inside.every(isOurs);
}

/** For how long nothing is heard of a meeting that is going on, at the most, in hours. */
export const silentHours = 12;

/** The room at `now` (epoch milliseconds), or the same object: one that was silent for so long is over, though its end was never heard. */
export function roomInSilence(room: Room, now: number): Room {
  const { startedAt, participants } = room;
  const heard = [...(startedAt === null ? [] : [startedAt]), ...participants.map(({ at }) => at)].map(moment);
  if (heard.length === 0 || Math.max(...heard) + silentHours * 3_600_000 > now) return room;
  return { ...room, startedAt: null, participants: [], version: room.version + 1 };
}

/** Whoever opens a meeting may be told of a little before its start, in milliseconds. */
const early = 10 * 60_000;

function begun(room: Room, at: string): Room {
  if (room.startedAt !== null && moment(at) <= moment(room.startedAt)) return room;
  const opens = moment(at) - early;
  return { ...room, startedAt: at, participants: room.participants.filter((one) => moment(one.at) >= opens) };
}

function ended(room: Room, at: string): Room {
  if (room.startedAt !== null && moment(at) < moment(room.startedAt)) return room;
  const participants = room.participants.filter((one) => moment(one.at) > moment(at));
  const isNews = room.startedAt !== null || participants.length < room.participants.length;
  return isNews ? { ...room, startedAt: null, participants } : room;
}

function moved(room: Room, event: Extract<RoomEvent, { readonly key: string }>): Room {
  const { key, personId, at } = event;
  const known = room.participants.find((one) => one.key === key);
  const age = known ? moment(at) - moment(known.at) : 1;
  // Of a coming and a going at one moment, the coming counts: a stranger too many keeps the stage empty, one too few would not.
  if (age < 0 || (age === 0 && (known?.isIn || event.kind === "leave"))) return room;
  const others = room.participants.filter((one) => one !== known);
  return { ...room, participants: [...others, { key, personId, at, isIn: event.kind === "join" }] };
}

const moment = (at: string): number => Temporal.Instant.from(at).epochMilliseconds;
