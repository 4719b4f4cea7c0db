import type { PersonId } from "./person.ts";

export const responses = ["accepted", "tentative", "declined", "none"] as const;
export type Response = (typeof responses)[number];

/** What one mailbox says of the event. */
export interface OutlookCopy {
  /** The id in that mailbox. */
  readonly eventId: string;
  /** ISO instants, to the second, in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isCancelled: boolean;
  readonly joinUrl: string | null;
  /** The owner's own answer. */
  readonly response: Response;
  /** The organiser's copy knows what each of the pair answered. */
  readonly responses: Readonly<Record<PersonId, Response>>;
  /** How many people besides the pair it invites. */
  readonly guests: number;
}

/** A copy; or that there is none; or that its mailbox couldn't be read, which says nothing; or that the mailbox itself is no more. */
export type CopyOrNot = OutlookCopy | "gone" | "unreadable" | "no-mailbox";

/** What Outlook says of one check-in, mailbox by mailbox. */
export interface OutlookTruth {
  readonly organiser: CopyOrNot;
  readonly others: Readonly<Record<PersonId, CopyOrNot>>;
}
