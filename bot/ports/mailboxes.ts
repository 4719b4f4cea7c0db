import type { PersonId } from "../../shared/domain/person.ts";
import type { Interval } from "../../shared/domain/slots/availability.ts";

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
