import type { CheckIn, CheckInId } from "../../shared/domain/check-in.ts";
import type { Brought } from "../../shared/domain/library/library.ts";
import type { Pair, PairId } from "../../shared/domain/pair.ts";
import type { Person, PersonId } from "../../shared/domain/person.ts";
import type { PromptId } from "../../shared/domain/prompt.ts";
import type { Reflection } from "../../shared/domain/reflection.ts";
import type { Room } from "../../shared/domain/room.ts";
import type { Session, SessionId } from "../../shared/domain/session/session.ts";
import type { SessionWords } from "../../shared/domain/session-words.ts";
import type { ConversationReference } from "./conversation-records.ts";

/** A session and what its panels show around it, as the acting person may read it. */
export interface SessionScene {
  readonly session: Session;
  /** Whether the session has had the command; false where none was asked about. */
  readonly isRepeat: boolean;
  readonly pair: Pair;
  /** The pair's members, in the order of voices. */
  readonly people: readonly Person[];
  /** Everybody's that everybody may read by now. */
  readonly words: readonly SessionWords[];
  readonly brought: readonly Brought[];
  /** Whether the pair is known to be alone in the meeting. */
  readonly isAlone: boolean;
}

/** Live sessions, for the pair; and for the job that hears what happens in a meeting, which may take a prompt off the stage and no more. */
export interface SessionRecords {
  readonly find: (id: SessionId) => Promise<Session | null>;
  readonly findForChange: (id: SessionId) => Promise<Session | null>;
  readonly ofCheckIn: (id: CheckInId) => Promise<Session | null>;
  /** The session with all that stands around it, in one go. */
  readonly scene: (id: SessionId) => Promise<SessionScene | null>;
  /** The same with the session locked until the transaction ends, for a command with this id. */
  readonly sceneForChange: (id: SessionId, commandId: string) => Promise<SessionScene | null>;
  /** The pair's last session before this one that anybody began. */
  readonly before: (session: Pick<Session, "id" | "pairId" | "number">) => Promise<Session | null>;
  /** Inserts unless the check-in has one already, and answers the one that stands. */
  readonly open: (session: Session) => Promise<Session>;
  /** Saves, remembers the command so that a repeat is known, and announces the change when the transaction commits. */
  readonly save: (session: Session, commandId: string) => Promise<void>;
  /** Tells every process, when the transaction commits, that something around the session changed. */
  readonly announce: (id: SessionId) => Promise<void>;
  /** Prompts and exercises this pair's members met in earlier sessions of theirs, in this pair or another. */
  readonly promptsMet: (pair: PairId) => Promise<ReadonlySet<PromptId>>;
  /** Keeps whom the acting person names as having more authority here; nobody can read it again, the person included. */
  readonly nameFirst: (session: SessionId, who: PersonId | "no-difference") => Promise<void>;
  /**
   * What all members have named, without who named it, once every one of them has; `null` before. It is erased by this, and unread when the
   * step is left.
   */
  readonly takeNamed: (session: SessionId) => Promise<readonly (PersonId | "no-difference")[] | null>;
}

/** What people type around a session. A look-up answers only what the acting person may read. */
export interface SessionWordsRecords {
  readonly mine: (checkIn: CheckInId) => Promise<readonly SessionWords[]>;
  /** Everybody's that everybody in the pair may read by now: shared carry-overs, revealed appreciations and learnings. */
  readonly shared: (checkIn: CheckInId) => Promise<readonly SessionWords[]>;
  /** Inserts version 1, or overwrites the version before this one. @returns false when another change came first. */
  readonly save: (words: SessionWords) => Promise<boolean>;
}

/** The two taps after a session. Another's are answered only once everybody's are revealed: the database sees to it. */
export interface ReflectionRecords {
  readonly ofCheckIn: (checkIn: CheckInId) => Promise<readonly Reflection[]>;
  /** Saves the acting person's own. @returns false when everybody's are revealed already. */
  readonly save: (reflection: Reflection) => Promise<boolean>;
}

/** Meetings: which check-in each belongs to, and who is in it as far as Teams told. Presence is for jobs; participants learn only whether they are alone. */
export interface RoomRecords {
  /** For jobs: the room, locked until the transaction ends; a fresh one where nothing is known. */
  readonly findForChange: (chatId: string) => Promise<Room>;
  /** For jobs. */
  readonly save: (room: Room) => Promise<void>;
  /** For jobs: chats of the rooms in which somebody may be, and of which nothing was heard since then. */
  readonly silentSince: (then: Temporal.Instant) => Promise<readonly string[]>;
  /** For jobs: where the bot reaches the meeting's chat. */
  readonly conversationOf: (chatId: string) => Promise<ConversationReference | null>;
  readonly saveConversation: (chatId: string, reference: ConversationReference) => Promise<void>;
  /** For jobs: keeps that the meeting that began then has been greeted. @returns false when it was before. */
  readonly claimGreeting: (chatId: string, startedAt: string) => Promise<boolean>;
  readonly releaseGreeting: (chatId: string, startedAt: string) => Promise<void>;
  /** The check-in that is held in this meeting: the one booked with it or linked to it; for its pair and for jobs. */
  readonly checkInOf: (chatId: string) => Promise<CheckIn | null>;
  /** The chat in which this check-in is held: as booked, or as linked; `null` for none. */
  readonly chatOf: (checkIn: CheckInId) => Promise<string | null>;
  /** Whether the acting person's pair could hold a check-in in this meeting: none of another pair's is held or booked there. */
  readonly mayLink: (chatId: string, pair: PairId) => Promise<boolean>;
  /** Links a meeting to a check-in of the acting person's pair. @returns false when the meeting belongs to another check-in. */
  readonly link: (chatId: string, checkIn: Pick<CheckIn, "id" | "pairId">) => Promise<boolean>;
  /** Whether the pair is known to be alone in the room of this check-in: a start heard, and nobody in it but the pair. For its members. */
  readonly isAlone: (checkIn: CheckInId) => Promise<boolean>;
}
