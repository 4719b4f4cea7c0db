import { type LocalPerson, localPeople, localPerson, localTenant } from "../identities.ts";

/** The name people see. */
export const displayNameOf = (person: LocalPerson) => `${person.givenName} ${person.surname}`;

const byKey = new Map(
  localPeople.flatMap((person) => [person.oid, person.mail].map((key) => [key.toLowerCase(), person])),
);

const crowdKey = /^(?:00000000-0000-4000-b000-(\d{12})|crowd\.(\d{1,12})@northlight\.example)$/i;
const most = 100_000;

/**
 * One of a hundred thousand more people, for benches: they have mailboxes and entries, and no list names them.
 *
 * @param number - from 1; the same number is the same person, at every start.
 */
export function crowdPerson(number: number): LocalPerson {
  const like = localPeople[number % localPeople.length] ?? localPerson("Ana");
  return {
    ...like,
    oid: `00000000-0000-4000-b000-${String(number).padStart(12, "0")}`,
    givenName: "Crowd",
    surname: String(number),
    mail: `crowd.${number}@${localTenant.domain}`,
  };
}

function crowdPersonBy(key: string): LocalPerson | undefined {
  const [, inId, inMail] = crowdKey.exec(key) ?? [];
  const number = Number(inId ?? inMail ?? 0);
  return number >= 1 && number <= most ? crowdPerson(number) : undefined;
}

/** Who stands behind an object id, a user principal name or an address. */
export function personBy(key: string): LocalPerson | undefined {
  return byKey.get(key.toLowerCase()) ?? crowdPersonBy(key);
}

/** As `personBy`, and by given name too: for people who write test settings or addresses in a browser by hand. */
export function personLoosely(key: string): LocalPerson | undefined {
  return personBy(key) ?? localPeople.find((person) => person.givenName.toLowerCase() === key.trim().toLowerCase());
}

/** Graph's emailAddress of a person. */
export const emailAddressOf = (person: LocalPerson) => ({ name: displayNameOf(person), address: person.mail });
