import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { CohortBookingId } from "../../shared/domain/cohort-booking.ts";
import type { TenantId } from "../../shared/domain/id.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { RhythmKind } from "../../shared/domain/rhythm.ts";

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
  | { readonly name: "sweep-mailboxes" | "keep-rhythm" | "forget-meetings" }
  | {
      readonly name: "preview-cohort-booking" | "book-cohort" | "tell-cohort-booking";
      readonly cohortBookingId: CohortBookingId;
    }
);
