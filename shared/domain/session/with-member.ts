import type { PersonId } from "../person.ts";
import type { Session } from "./session.ts";

/** The people with one more, in the order of the pair's members, so that the order tells nothing about who came first. */
export const withMember = (
  { members }: Pick<Session, "members">,
  people: readonly PersonId[],
  one: PersonId,
): readonly PersonId[] => members.filter((member) => member === one || people.includes(member));
