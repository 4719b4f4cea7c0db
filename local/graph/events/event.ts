import { createHash, randomBytes } from "node:crypto";
import type { WallTime } from "../times.ts";
import type { Recurrence } from "./recurrence.ts";

/** How someone answered an invitation. `time` is ISO, or the year one where nobody answered yet. */
export interface ResponseStatus {
  readonly response: "none" | "organizer" | "tentativelyAccepted" | "accepted" | "declined" | "notResponded";
  readonly time: string;
}

export interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

export interface Attendee {
  readonly type: "required" | "optional" | "resource";
  readonly status: ResponseStatus;
  readonly emailAddress: EmailAddress;
}

export interface Location {
  readonly displayName: string;
  readonly locationEmailAddress?: string;
  readonly locationUri?: string;
}

export type ShowAs = "free" | "tentative" | "busy" | "oof" | "workingElsewhere" | "unknown";
export type Sensitivity = "normal" | "personal" | "private" | "confidential";

/** What an event says, apart from whose copy it is and when it changed. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: "text" | "html"; readonly content: string };
  readonly start: WallTime;
  readonly end: WallTime;
  readonly isAllDay: boolean;
  readonly showAs: ShowAs;
  readonly sensitivity: Sensitivity;
  readonly importance: "low" | "normal" | "high";
  readonly categories: readonly string[];
  readonly locations: readonly Location[];
  readonly organizer: EmailAddress;
  readonly attendees: readonly Attendee[];
  readonly responseStatus: ResponseStatus;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly joinUrl: string | null;
  /** How a series repeats; null for a single event and for an occurrence. */
  readonly recurrence: Recurrence | null;
}

/** One copy of an event in one mailbox. A meeting has a copy for the organiser and each attendee of this tenant, with one `iCalUId`. */
export interface CalendarEvent {
  readonly id: string;
  readonly immutableId: string;
  readonly mailbox: string;
  readonly iCalUId: string;
  readonly isOrganizer: boolean;
  readonly transactionId: string | null;
  /** Digest of the request that created it, to tell a repeat from another event under the same transaction id. */
  readonly requestDigest: string | null;
  readonly changeKey: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly isCancelled: boolean;
  readonly deletedAt: Date | null;
  readonly seeded: boolean;
  /** The series that an occurrence belongs to. Occurrences are worked out when they are read, never kept. */
  readonly occurrenceOf?: { readonly id: string; readonly immutableId: string };
  readonly content: EventContent;
}

/** The time Graph writes where nobody has answered. */
export const never = "0001-01-01T00:00:00Z";

const urlSafe = (bytes: Buffer) => bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_");

const bytesFrom = (seed: string | undefined, length: number) =>
  seed === undefined
    ? randomBytes(length)
    : Buffer.concat([0, 1, 2, 3].map((part) => createHash("sha256").update(`${seed}#${part}`).digest())).subarray(
        0,
        length,
      );

/** A fresh id of a copy, in the shape of Exchange's; from a seed text always the same. */
export const newEventId = (seed?: string) => `AAMkA${urlSafe(bytesFrom(seed, 85))}`.slice(0, 119).concat("=");

/** A fresh immutable id of a copy. */
export const newImmutableId = (seed?: string) =>
  `AAkALgAA${urlSafe(bytesFrom(seed && `${seed}!`, 66))}`.slice(0, 95).concat("=");

/** A fresh change key; every write makes one. */
export const newChangeKey = (seed?: string) => bytesFrom(seed && `${seed}~`, 18).toString("base64");

/** A fresh id of a meeting, the same in all its copies. */
export const newICalUId = (seed?: string) =>
  `040000008200E00074C5B7101A82E00800000000${bytesFrom(seed && `${seed}*`, 36)
    .toString("hex")
    .toUpperCase()}`;
