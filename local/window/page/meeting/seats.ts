import type { Person } from "../world.ts";

/** A window onto a meeting: whose, and on which device. */
export interface Seat {
  /** As the window process and addresses name it: "ana", "ana-2", "guest". */
  readonly id: string;
  readonly person: Person;
  readonly title: string;
  /** How its frames are called: "Ana's side panel", "Ana's second side panel". */
  readonly frameName: (what: string) => string;
}

/** Someone from outside the tenant: no sign-in, no directory id. */
const guest: Person = { slug: "guest", oid: "", givenName: "Guest", name: "A guest", mail: "", locale: "en-GB" };

/** The seat with this id; undefined when it is nobody's. */
export function seatOf(id: string, people: readonly Person[]): Seat | undefined {
  const slug = id.replace(/-2$/, "");
  const person = id === guest.slug ? guest : people.find((one) => one.slug === slug);
  if (!person) return undefined;
  const second = id === slug ? "" : "second ";
  return {
    id,
    person,
    title: second ? `${person.givenName}, second device` : person.name,
    frameName: (what) => `Counterpoint, ${person.givenName}'s ${second}${what}`,
  };
}
