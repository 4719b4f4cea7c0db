import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";

/** A check-in and the people in it, as one of them sees it. */
export interface CheckInWithPeople {
  readonly checkIn: CheckIn;
  readonly me: Person;
  readonly partners: readonly Person[];
  /** To whom the booking after this one falls, where that is known. */
  readonly bookerAfter?: PersonId | null;
}

type People = Pick<CheckInWithPeople, "me" | "partners">;

/** Everyone in the pair, the reader first. */
export const everyone = ({ me, partners }: People): readonly Person[] => [me, ...partners];

/** How many are in the pair. */
export const countOf = (people: People): number => everyone(people).length;

/** What a member is called; `null` for somebody who is none. */
export const nameOf = (id: PersonId | null, people: People): string | null =>
  everyone(people).find((one) => one.id === id)?.name ?? null;

/** What the members with these ids are called, in the order of names, so that everyone reads the same. */
export const namesOf = (ids: readonly PersonId[], people: People): readonly string[] =>
  everyone(people)
    .filter((one) => ids.includes(one.id))
    .map((one) => one.name)
    .toSorted((a, b) => a.localeCompare(b));
