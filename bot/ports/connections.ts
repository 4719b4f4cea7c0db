import type { PersonId } from "../../shared/domain/person.ts";

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
