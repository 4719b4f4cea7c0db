import type { PersonId } from "../../shared/domain/person.ts";

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
