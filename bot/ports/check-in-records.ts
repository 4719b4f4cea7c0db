import type { CheckIn, CheckInId } from "../../shared/domain/check-in.ts";
import type { News, NewsDraft } from "../../shared/domain/news.ts";
import type { PairId } from "../../shared/domain/pair.ts";
import type { Interval } from "../../shared/domain/slots/availability.ts";

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
