import type { PersonId } from "../../shared/domain/person.ts";

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
