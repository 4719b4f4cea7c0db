import { type LocalPerson, localPeople } from "../identities.ts";

/** The name people see. */
export const displayNameOf = (person: LocalPerson) => `${person.givenName} ${person.surname}`;

const byKey = new Map(
  localPeople.flatMap((person) => [person.oid, person.mail].map((key) => [key.toLowerCase(), person])),
);

/** Who stands behind an object id, a user principal name or an address. */
export function personBy(key: string): LocalPerson | undefined {
  return byKey.get(key.toLowerCase());
}

/** As `personBy`, and by given name too: for people who write test settings or addresses in a browser by hand. */
export function personLoosely(key: string): LocalPerson | undefined {
  return personBy(key) ?? localPeople.find((person) => person.givenName.toLowerCase() === key.trim().toLowerCase());
}

/** Graph's emailAddress of a person. */
export const emailAddressOf = (person: LocalPerson) => ({ name: displayNameOf(person), address: person.mail });
