import type { Role } from "../../shared/domain/access.ts";
import type { Person, PersonId } from "../../shared/domain/person.ts";

export interface PeopleRecords {
  readonly find: (id: PersonId) => Promise<Person | null>;
  readonly findMany: (ids: readonly PersonId[]) => Promise<readonly Person[]>;
  /** The roles the acting person holds; empty for someone the programme does not know. */
  readonly rolesOf: (id: PersonId) => Promise<readonly Role[]>;
  readonly save: (person: Person) => Promise<void>;
}
