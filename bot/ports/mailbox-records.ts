import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Interval } from "../../shared/domain/slots/availability.ts";

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
