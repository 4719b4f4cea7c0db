import type { Actor } from "../shared/domain/access.ts";
import type { TenantId } from "../shared/domain/id.ts";
import type { SessionId } from "../shared/domain/session/session.ts";
import type { CheckInRecords, NewsRecords } from "./ports/check-in-records.ts";
import type { CohortBookingRecords } from "./ports/cohort-booking-records.ts";
import type { ConversationRecords } from "./ports/conversation-records.ts";
import type { GrantRecords } from "./ports/grant-records.ts";
import type { JobRequest } from "./ports/job-request.ts";
import type { LibraryRecords } from "./ports/library-records.ts";
import type { MailboxRecords } from "./ports/mailbox-records.ts";
import type { GoalRecords, JournalRecords, PairRecords } from "./ports/pair-records.ts";
import type { PeopleRecords } from "./ports/people-records.ts";
import type { ProgrammeRecords } from "./ports/programme-records.ts";
import type { RhythmRecords } from "./ports/rhythm-records.ts";
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

/** Tells every server process that a session changed. It carries ids and a version, never content. */
export interface SessionChannel {
  /**
   * Calls `onChange` after each change of the session until the returned function is called, with the version that it has now. `null` says that
   * something around the session changed, or that a lost connection was mended and anything may have: then it has to be read.
   */
  readonly listen: (tenantId: TenantId, sessionId: SessionId, onChange: (version: number | null) => void) => () => void;
  readonly close: () => Promise<void>;
}
