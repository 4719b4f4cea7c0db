import type { Actor, Role } from "../shared/domain/access.ts";
import type { CalendarEvent, CheckIn, CheckInId } from "../shared/domain/check-in.ts";
import type { Cohort, CohortId } from "../shared/domain/cohort.ts";
import type {
  CohortBooking,
  CohortBookingCounts,
  CohortBookingId,
  PairBooking,
  PairBookingReason,
  PairBookingStatus,
} from "../shared/domain/cohort-booking.ts";
import type { CohortCounts } from "../shared/domain/cohort-overview.ts";
import type { Goal, GoalId } from "../shared/domain/goal.ts";
import type { TenantId } from "../shared/domain/id.ts";
import type { JournalEntry, JournalEntryId } from "../shared/domain/journal-entry.ts";
import type { News, NewsDraft } from "../shared/domain/news.ts";
import type { OutlookTruth } from "../shared/domain/outlook-truth.ts";
import type { Pair, PairId } from "../shared/domain/pair.ts";
import type { Person, PersonId } from "../shared/domain/person.ts";
import type { Programme } from "../shared/domain/programme.ts";
import type { RhythmKind } from "../shared/domain/rhythm.ts";
import type { SessionId } from "../shared/domain/session/session.ts";
import type { Availability, Interval } from "../shared/domain/slots/availability.ts";
import type { SlotAnswer } from "../shared/domain/slots/find-slots.ts";
import type { Slot } from "../shared/domain/slots/slot.ts";
import type { LibraryRecords } from "./ports/library-records.ts";
import type { ReflectionRecords, RoomRecords, SessionRecords, SessionWordsRecords } from "./ports/session-records.ts";

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
  readonly news: NewsRecords;
  readonly rhythm: RhythmRecords;
  readonly mailboxes: MailboxRecords;
  readonly grants: GrantRecords;
  readonly cohortBookings: CohortBookingRecords;
  readonly sessionWords: SessionWordsRecords;
  readonly reflections: ReflectionRecords;
  readonly rooms: RoomRecords;
  readonly library: LibraryRecords;
  /** Queues a job in this transaction. `at` delays it; `once` makes a second one with the same key, while the first waits, a no-op. */
  readonly queue: (job: JobRequest, when?: { readonly at?: Temporal.Instant; readonly once?: string }) => Promise<void>;
}

/** Ids only: job data has no walls around it. */
export type JobRequest = { readonly tenantId: TenantId } & (
  | { readonly name: "write-to-calendar" | "furnish-meeting" | "follow-check-in"; readonly checkInId: CheckInId }
  | { readonly name: "offer-slots"; readonly checkInId: CheckInId; readonly personId: PersonId }
  | {
      readonly name: "tell-news";
      readonly checkInId: CheckInId;
      readonly personId: PersonId;
      /** Which news of the check-in. */
      readonly number: number;
    }
  | {
      readonly name: "tell-rhythm";
      readonly checkInId: CheckInId;
      readonly personId: PersonId;
      readonly kind: RhythmKind;
      /** The hour it is about: a check-in that moved meanwhile needs another. */
      readonly startsAt: string;
      /** ISO instant at which its meeting ended, where that is why it is said. */
      readonly endedAt?: string | undefined;
    }
  /** Posts "Open the session" in the chat of the meeting that began then, unless a panel was opened. */
  | { readonly name: "greet-meeting"; readonly chatId: string; readonly startedAt: string }
  | { readonly name: "watch-mailbox" | "sweep-mailbox" | "tell-connection"; readonly personId: PersonId }
  | { readonly name: "sweep-mailboxes" | "keep-rhythm" }
  | {
      readonly name: "preview-cohort-booking" | "book-cohort" | "tell-cohort-booking";
      readonly cohortBookingId: CohortBookingId;
    }
);

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
  /** Those of all pairs that stand in the calendars and whose slot begins in the interval (epoch milliseconds), for jobs. */
  readonly standingBetween: (interval: Interval) => Promise<readonly CheckIn[]>;
  /** Those that owe the calendars something and that no version has touched since `before`, for the job that mends what a lost job left. */
  readonly owing: (before: Temporal.Instant) => Promise<readonly CheckIn[]>;
  /** The acting person's check-in whose meeting has this join link or chat. */
  readonly findByMeeting: (joinUrlOrChatId: string) => Promise<CheckIn | null>;
  readonly save: (checkIn: CheckIn) => Promise<boolean>;
}

/** What happened to check-ins, as their people are told of it. */
export interface NewsRecords {
  /** Adds it after what the check-in has. */
  readonly add: (checkIn: CheckInId, draft: NewsDraft) => Promise<News>;
  /** Oldest first. */
  readonly ofCheckIn: (checkIn: CheckInId) => Promise<readonly News[]>;
}

/** What the bot said by itself, so that it says nothing twice. */
export interface RhythmRecords {
  /** Keeps that this person is being told this about the check-in at this hour. @returns false when that was kept before. */
  readonly claim: (said: RhythmClaim) => Promise<boolean>;
  /** Takes a claim back, where it is sure that nothing was said. */
  readonly release: (said: RhythmClaim) => Promise<void>;
  /** What was claimed for these check-ins. */
  readonly ofCheckIns: (ids: readonly CheckInId[]) => Promise<readonly RhythmClaim[]>;
  /**
   * Pairs that meet, in cohorts that run on `today` (ISO date), with no check-in ahead; the ones that wait longest first. A check-in that
   * lapsed by `now` doesn't count as ahead.
   */
  readonly pairsWithout: (now: Temporal.Instant, today: string, limit: number) => Promise<readonly PairId[]>;
}

export interface RhythmClaim {
  readonly checkInId: CheckInId;
  readonly personId: PersonId;
  readonly kind: RhythmKind;
  /** The hour of the check-in that it was about. */
  readonly startsAt: string;
}

/** What we know of mailboxes that we listen to. */
export interface MailboxRecords {
  readonly find: (person: PersonId) => Promise<Watch | null>;
  readonly bySubscription: (subscriptionId: string) => Promise<Watch | null>;
  readonly save: (watch: Watch) => Promise<void>;
  readonly forget: (person: PersonId) => Promise<void>;
  /** People in a check-in that stands in the calendars and begins in the interval (epoch milliseconds), each once. */
  readonly withCheckIns: (interval: Interval) => Promise<readonly PersonId[]>;
  /** The person's check-ins that stand in the calendars and begin in the interval (epoch milliseconds). */
  readonly checkInsOf: (person: PersonId, interval: Interval) => Promise<readonly CheckInId[]>;
  /** Remembers the id that a check-in's event has in a mailbox. */
  readonly saveCopy: (checkIn: CheckInId, person: PersonId, eventId: string) => Promise<void>;
  /** Whose copy of the check-in's event has been there. */
  readonly copiesOf: (checkIn: CheckInId) => Promise<readonly PersonId[]>;
  /** The check-in that the event with this id in this mailbox belongs to. */
  readonly checkInOf: (person: PersonId, eventId: string) => Promise<CheckInId | null>;
  /** The check-in, of whatever pair, whose event has this id in every copy. */
  readonly checkInByICalUId: (iCalUId: string) => Promise<CheckInId | null>;
}

/** How we listen to one mailbox: by Microsoft's notices and by looking for changes since the last look. */
export interface Watch {
  readonly personId: PersonId;
  /** `null` where there is no subscription now. */
  readonly subscription: { readonly id: string; readonly clientState: string; readonly expiresAt: string } | null;
  /** Where the last look for changes ended; `null` before the first, after Outlook lost it, and once a check-in has come into the mailbox since. */
  readonly deltaLink: string | null;
  /** The end of the window that the delta link looks at, ISO; it is begun anew when that is near. */
  readonly deltaUntil: string | null;
}

/** People's leave to reach their own calendar in their name. */
export interface GrantRecords {
  readonly find: (person: PersonId) => Promise<CalendarGrant | null>;
  readonly save: (person: PersonId, grant: CalendarGrant) => Promise<void>;
  readonly erase: (person: PersonId) => Promise<void>;
}

export interface CalendarGrant {
  /** Sealed in the store. */
  readonly refreshToken: string;
  /** "works", or "broken" when Entra took it back: the person has to connect again. */
  readonly state: "works" | "broken";
}

/** Bookings for whole cohorts, for the coordinator who runs the cohort and for the jobs. */
export interface CohortBookingRecords {
  readonly find: (id: CohortBookingId) => Promise<CohortBooking | null>;
  readonly findForChange: (id: CohortBookingId) => Promise<CohortBooking | null>;
  readonly latestOf: (cohort: CohortId) => Promise<CohortBooking | null>;
  /** Inserts, or overwrites the version before this one. @returns false when another change came first, or the cohort has one that is not over. */
  readonly save: (booking: CohortBooking) => Promise<boolean>;
  /** Makes a row for each pair of the cohort that goes on and has no check-in yet, held or on its way; again, only what is missing. @returns how many there are. */
  readonly addPairs: (id: CohortBookingId) => Promise<number>;
  readonly savePairs: (pairs: readonly PairBooking[]) => Promise<void>;
  /** Pairs that stand there, locked and skipping those another process has locked. */
  readonly takePairs: (
    id: CohortBookingId,
    status: PairBookingStatus,
    limit: number,
  ) => Promise<readonly PairBooking[]>;
  readonly ofCheckIn: (checkIn: CheckInId) => Promise<PairBooking | null>;
  readonly counts: (id: CohortBookingId) => Promise<CohortBookingCounts>;
  /** A page of pairs in the order of their first member's name, for the coordinator. */
  readonly page: (
    id: CohortBookingId,
    page: { readonly status: PairBookingStatus | null; readonly after: PairId | null; readonly limit: number },
  ) => Promise<readonly PairBookingRow[]>;
  /** Message that shows the progress in the coordinator's chat. */
  readonly cardOf: (id: CohortBookingId) => Promise<string | null>;
  readonly saveCard: (id: CohortBookingId, activityId: string) => Promise<void>;
}

/** A pair in a coordinator's list: names in full, where it stands, and when. */
export interface PairBookingRow {
  readonly pairId: PairId;
  readonly names: readonly string[];
  readonly status: PairBookingStatus;
  readonly startsAt: string | null;
  readonly reason: PairBookingReason | null;
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

/** Outlook, through Microsoft Graph. Every method may throw CalendarAway and CalendarRefused, and NotConnected where people connect their own. */
export interface Calendar {
  /** Free and busy times in the window; `busy: null` for each person whose calendar couldn't be read. */
  readonly availability: (people: readonly PersonId[], window: Interval) => Promise<readonly Availability[]>;
  /** The event this booking has already made, however the answer to its making was lost. */
  readonly findBooking: (booking: Booking) => Promise<CalendarEvent | null>;
  /** Makes the event with its Teams meeting; asked again with the same `bookingId` it answers the same event. */
  readonly createEvent: (booking: Booking) => Promise<CalendarEvent>;
  /** The same for up to 20 bookings of different organisers in one request, in their order, each with an outcome of its own. */
  readonly createEvents: (bookings: readonly Booking[]) => Promise<readonly BookingOutcome[]>;
  /** What every mailbox of the pair says of the event now. */
  readonly readTruth: (event: CalendarEvent, members: readonly PersonId[]) => Promise<OutlookTruth>;
  /**
   * Puts the event at another hour or length, leaving everything else as it is. Asked again it changes nothing more.
   *
   * @returns "elsewhere" when somebody moved it in Outlook meanwhile, to neither `from` nor `to`: that stands.
   */
  readonly moveEvent: (
    event: CalendarEvent,
    change: { readonly from: Slot; readonly to: Slot; readonly timeZone: string },
  ) => Promise<"moved" | "elsewhere" | "gone">;
  /** Cancels the event for everybody, with a note in the organiser's name. One that is gone is cancelled already. */
  readonly cancelEvent: (event: CalendarEvent, note: string | null) => Promise<void>;
  /** Takes a copy whose organiser is no more out of one mailbox. */
  readonly removeCopy: (person: PersonId, eventId: string) => Promise<void>;
}

/** What became of one of many bookings; "unsure" when it is to be tried again by itself. */
export type BookingOutcome =
  | { readonly kind: "made"; readonly event: CalendarEvent }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unsure" };

/** The Teams meeting of an event. What policy forbids is "refused"; whatever may still come is thrown as CalendarAway. */
export interface Meetings {
  /** Adds the app to the meeting's chat. */
  readonly addApp: (event: CalendarEvent) => Promise<"done" | "refused">;
  /** Switches recording and transcription off. */
  readonly stopRecording: (event: CalendarEvent) => Promise<"done" | "refused">;
}

/** Listening to mailboxes. */
export interface Mailboxes {
  /** Subscribes to changes of events, until `until` at the most. */
  readonly subscribe: (person: PersonId, clientState: string, until: Temporal.Instant) => Promise<Subscription>;
  /** @returns `null` when Outlook knows it no more. */
  readonly renew: (person: PersonId, id: string, until: Temporal.Instant) => Promise<Subscription | null>;
  readonly unsubscribe: (person: PersonId, id: string) => Promise<void>;
  /**
   * What changed in the mailbox's events between two moments since the last look, or all there is at the first (`deltaLink: null`).
   *
   * @returns "lost" when Outlook has forgotten where the last look ended.
   */
  readonly changes: (person: PersonId, window: Interval, deltaLink: string | null) => Promise<MailboxChanges | "lost">;
}

export interface Subscription {
  readonly id: string;
  readonly expiresAt: string;
}

export interface MailboxChanges {
  /** Ids in that mailbox; `iCalUId` is `null` for what is gone, or only outside the window. */
  readonly changed: readonly { readonly eventId: string; readonly iCalUId: string | null }[];
  readonly deltaLink: string;
}

/** People's own leave to their calendars, where the organisation chose that way. */
export interface Connections {
  /** Whether each person connects their own calendar; false where the application has leave to all of them. */
  readonly areNeeded: boolean;
  /**
   * Exchanges the tab's token for lasting leave.
   * @returns the grant's refresh token, or that the person has to consent first.
   * @throws CalendarAway
   */
  readonly connect: (tabToken: string) => Promise<{ readonly refreshToken: string } | "consent-needed">;
  /** Forgets what is kept in memory of the person's former grant. */
  readonly renewed: (person: PersonId) => void;
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

/** This person has not connected a calendar, or Entra took the connection back: only the person can mend that. */
export class NotConnected extends Error {
  override readonly name = "NotConnected";
  readonly personId: PersonId;
  constructor(personId: PersonId) {
    super("This calendar is not connected.");
    this.personId = personId;
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

/** What the bot tells a person unasked. Wording and cards are the messenger's business. `cardId`: the message that it takes the place of. */
export type Notice =
  | (AboutCheckIn & { readonly kind: "slots-offered"; readonly isDue: boolean; readonly bookerAfter: PersonId })
  | (AboutCheckIn & { readonly kind: "no-slots"; readonly answer: NoSlots })
  | (AboutCheckIn & { readonly kind: "news"; readonly news: News; readonly cardId: string | null })
  | (AboutCheckIn & { readonly kind: "reminder"; readonly reminder: Exclude<RhythmKind, "how-it-went"> })
  | (AboutCheckIn & { readonly kind: "how-it-went" })
  | { readonly kind: "connection-broken" }
  | {
      readonly kind: "cohort-booking";
      readonly booking: CohortBooking;
      readonly cohort: Cohort;
      readonly counts: CohortBookingCounts;
      readonly cardId: string | null;
    };

interface AboutCheckIn {
  readonly checkIn: CheckIn;
  readonly partners: readonly Person[];
}

export type NoSlots = Extract<SlotAnswer, { readonly ok: false }>;

/** The bot's way to a person. */
export interface Messenger {
  /**
   * Tells the person, in the one-to-one chat; turns the message `cardId` into the new one where that is given.
   * @returns the message's id, or `null` when the person can't be reached (the app is not installed).
   * @throws MessengerAway when it should be tried again; its `isSure` says that nothing was delivered.
   */
  readonly tell: (to: Person, where: ConversationReference | null, notice: Notice) => Promise<string | null>;
  /**
   * Posts in a meeting's chat that the session can be opened; nothing of the pair stands in it.
   * @throws MessengerAway as `tell` does.
   */
  readonly greet: (where: ConversationReference, locale: string) => Promise<void>;
}

export class MessengerAway extends Error {
  override readonly name = "MessengerAway";
  /** Whether it is sure that nothing was delivered: then even what may be said only once may be said again. */
  readonly isSure: boolean;
  constructor(message: string, options: ErrorOptions & { readonly isSure?: boolean } = {}) {
    super(message, options);
    this.isSure = options.isSure ?? false;
  }
}

/** Keeps what the bot says, over all processes, within what Teams takes. */
export interface Pace {
  /** Takes the next turn to send. @returns how long to wait before sending, in milliseconds. */
  readonly turn: () => Promise<number>;
}

/** Tells every server process that a session changed. It carries ids and a version, never content. */
export interface SessionChannel {
  /**
   * Calls `onChange` after each change of the session until the returned function is called, with the version that it has now. `null` says that
   * something around the session changed, or that a lost connection was mended and anything may have: then it has to be read.
   */
  readonly listen: (tenantId: TenantId, sessionId: SessionId, onChange: (version: number | null) => void) => () => void;
  readonly close: () => Promise<void>;
}
