import type { Actor, JobName, Role } from "../shared/domain/access.ts";
import type { CalendarEvent, CheckIn, CheckInId } from "../shared/domain/check-in.ts";
import type { Cohort, CohortId } from "../shared/domain/cohort.ts";
import type { CohortCounts } from "../shared/domain/cohort-overview.ts";
import type { Goal, GoalId } from "../shared/domain/goal.ts";
import type { TenantId } from "../shared/domain/id.ts";
import type { JournalEntry, JournalEntryId } from "../shared/domain/journal-entry.ts";
import type { Pair, PairId } from "../shared/domain/pair.ts";
import type { Person, PersonId } from "../shared/domain/person.ts";
import type { Programme } from "../shared/domain/programme.ts";
import type { PromptId } from "../shared/domain/prompt.ts";
import type { Session, SessionId } from "../shared/domain/session.ts";
import type { Availability, Interval, Slot } from "../shared/domain/slots.ts";

/** The time, so that tests can hold it still. */
export interface Clock {
  readonly now: () => Temporal.Instant;
}

/** Our own records. All work happens in a transaction that names who acts; the database shows that actor's share and nothing else. */
export interface Store {
  /**
   * Runs `work` in one transaction as `actor`; what it saved and queued stands together or not at all.
   * @throws StoreAway when the database can't be reached.
   */
  readonly transact: <T>(actor: Actor, work: (records: Records) => Promise<T>) => Promise<T>;
  /** Whether the database answers and is at the schema this code expects. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** The database can't be reached or gave up; the same work may be tried again. */
export class StoreAway extends Error {
  override readonly name = "StoreAway";
}

/** What an actor sees inside a transaction. A look-up of what the actor may not see answers as if it were not there. */
export interface Records {
  readonly people: PeopleRecords;
  readonly programmes: ProgrammeRecords;
  readonly pairs: PairRecords;
  readonly goals: GoalRecords;
  readonly checkIns: CheckInRecords;
  readonly sessions: SessionRecords;
  readonly journal: JournalRecords;
  readonly conversations: ConversationRecords;
  /** Queues a job in this transaction. `at` delays it; `once` makes a second one with the same key, while the first waits, a no-op. */
  readonly queue: (job: JobRequest, when?: { readonly at?: Temporal.Instant; readonly once?: string }) => Promise<void>;
}

/** Ids only: job data has no walls around it. */
export interface JobRequest {
  readonly name: JobName;
  readonly tenantId: TenantId;
  readonly checkInId: CheckInId;
  /** To whom an answer goes, where it goes to one person. */
  readonly personId?: PersonId;
}

export interface PeopleRecords {
  readonly find: (id: PersonId) => Promise<Person | null>;
  readonly findMany: (ids: readonly PersonId[]) => Promise<readonly Person[]>;
  /** The roles the acting person holds; empty for someone the programme does not know. */
  readonly rolesOf: (id: PersonId) => Promise<readonly Role[]>;
  readonly save: (person: Person) => Promise<void>;
}

export interface ProgrammeRecords {
  readonly save: (programme: Programme) => Promise<void>;
  readonly saveCohort: (cohort: Cohort) => Promise<void>;
  readonly grantCoordinator: (programme: Programme, person: PersonId) => Promise<void>;
  readonly findCohort: (id: CohortId) => Promise<Cohort | null>;
  /** Every cohort the actor may know of, newest first. */
  readonly cohorts: () => Promise<readonly Cohort[]>;
  /** Numbers from counting functions; `null` for a cohort the coordinator doesn't run. */
  readonly countCohort: (id: CohortId, recentSince: Temporal.Instant) => Promise<CohortCounts | null>;
  /** Names of the pairs that have not met since then, as full names per pair; `null` as above. */
  readonly quietPairs: (id: CohortId, recentSince: Temporal.Instant) => Promise<readonly (readonly string[])[] | null>;
}

export interface PairRecords {
  readonly find: (id: PairId) => Promise<Pair | null>;
  /** The acting person's pairs, the newest first. */
  readonly mine: () => Promise<readonly Pair[]>;
  readonly save: (pair: Pair) => Promise<void>;
}

export interface GoalRecords {
  readonly find: (id: GoalId) => Promise<Goal | null>;
  readonly ofPair: (pair: PairId) => Promise<readonly Goal[]>;
  /** Inserts, or overwrites the version before this one. @returns false when another edit came first. */
  readonly save: (goal: Goal) => Promise<boolean>;
}

export interface JournalRecords {
  readonly find: (id: JournalEntryId) => Promise<JournalEntry | null>;
  /** The entries of the pair that the actor may read, newest first. */
  readonly ofPair: (pair: PairId, limit: number) => Promise<readonly JournalEntry[]>;
  readonly save: (entry: JournalEntry) => Promise<boolean>;
  readonly erase: (id: JournalEntryId) => Promise<void>;
}

export interface CheckInRecords {
  readonly find: (id: CheckInId) => Promise<CheckIn | null>;
  /** The same, locked until the transaction ends. */
  readonly findForChange: (id: CheckInId) => Promise<CheckIn | null>;
  /** Oldest first. */
  readonly ofPair: (pair: PairId) => Promise<readonly CheckIn[]>;
  /** The acting person's check-in whose meeting has this join link or chat. */
  readonly findByMeeting: (joinUrlOrChatId: string) => Promise<CheckIn | null>;
  readonly save: (checkIn: CheckIn) => Promise<boolean>;
}

export interface SessionRecords {
  readonly find: (id: SessionId) => Promise<Session | null>;
  readonly findForChange: (id: SessionId) => Promise<Session | null>;
  readonly ofCheckIn: (id: CheckInId) => Promise<Session | null>;
  /** Inserts unless the check-in has one already, and answers the one that stands. */
  readonly open: (session: Session) => Promise<Session>;
  /** Saves, remembers the command so that a repeat is known, and announces the change (ids only) when the transaction commits. */
  readonly save: (session: Session, commandId: string) => Promise<void>;
  readonly hasSeen: (session: SessionId, commandId: string) => Promise<boolean>;
  /** Prompts this pair's members met in earlier sessions of theirs. */
  readonly promptsMet: (pair: PairId) => Promise<ReadonlySet<PromptId>>;
}

/** Where the bot reaches a person. `reference` is the Bot Framework's conversation reference, kept as it came. */
export interface ConversationRecords {
  readonly find: (person: PersonId) => Promise<ConversationReference | null>;
  readonly save: (person: PersonId, reference: ConversationReference) => Promise<void>;
  /** The message that shows this check-in to this person, so that it can turn into a receipt. */
  readonly cardOf: (checkIn: CheckInId, person: PersonId) => Promise<string | null>;
  readonly saveCard: (checkIn: CheckInId, person: PersonId, activityId: string) => Promise<void>;
}

export type ConversationReference = Readonly<Record<string, unknown>>;

/** Outlook, through Microsoft Graph. */
export interface Calendar {
  /** Free and busy times in the window; `busy: null` for each person whose calendar couldn't be read. */
  readonly availability: (people: readonly PersonId[], window: Interval) => Promise<readonly Availability[]>;
  /** The event this booking has already made, however the answer to its making was lost. */
  readonly findBooking: (booking: Booking) => Promise<CalendarEvent | null>;
  /** Makes the event with its Teams meeting; asked again with the same `bookingId` it answers the same event. */
  readonly createEvent: (booking: Booking) => Promise<CalendarEvent>;
}

/** What goes into both calendars. */
export interface Booking {
  readonly bookingId: string;
  readonly organiser: PersonId;
  readonly attendees: readonly PersonId[];
  readonly slot: Slot;
  /** IANA zone of the organiser, in which the event is written. */
  readonly timeZone: string;
}

/** Outlook can't be reached or is too busy; the same call may be made again later. */
export class CalendarAway extends Error {
  override readonly name = "CalendarAway";
}

/** Outlook refused, and asking again won't help. `reason` is Graph's code. */
export class CalendarRefused extends Error {
  override readonly name = "CalendarRefused";
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Who someone is, as the organisation's directory knows it. */
export interface Directory {
  readonly find: (id: PersonId) => Promise<DirectoryPerson | null>;
}

export interface DirectoryPerson {
  readonly id: PersonId;
  readonly fullName: string;
  readonly givenName: string;
  readonly mail: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
}

/** What the bot tells a person unasked. Wording and cards are the messenger's business. */
export type Notice =
  | { readonly kind: "slots-offered"; readonly checkIn: CheckIn; readonly partners: readonly Person[] }
  | {
      readonly kind: "no-slots";
      readonly checkIn: CheckIn;
      readonly partners: readonly Person[];
      readonly reason: "calendar-unreadable" | "no-hour-in-common" | "all-common-hours-taken";
    }
  | {
      readonly kind: "check-in-booked";
      readonly checkIn: CheckIn;
      readonly partners: readonly Person[];
      readonly cardId: string | null;
    }
  | {
      readonly kind: "slot-lost";
      readonly checkIn: CheckIn;
      readonly partners: readonly Person[];
      readonly cardId: string | null;
    };

/** The bot's way to a person. */
export interface Messenger {
  /**
   * Tells the person, in the one-to-one chat; turns the message `cardId` into the new one where that is given.
   * @returns the message's id, or `null` when the person can't be reached (the app is not installed).
   * @throws MessengerAway when it should be tried again.
   */
  readonly tell: (to: Person, where: ConversationReference | null, notice: Notice) => Promise<string | null>;
}

export class MessengerAway extends Error {
  override readonly name = "MessengerAway";
}

/** Tells every server process that a session changed. It carries ids, never content. */
export interface SessionChannel {
  /** Calls `onChange` after each change of the session until the returned function is called; also after a lost connection was mended. */
  readonly listen: (tenantId: TenantId, sessionId: SessionId, onChange: () => void) => () => void;
  readonly close: () => Promise<void>;
}
