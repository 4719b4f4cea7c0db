import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { nextToBook } from "../../../shared/domain/turn.ts";
import type { PersonRef } from "../deps.ts";
import { type Circumstances, partnerPeople } from "./circumstances.ts";

/** A check-in with the people around it, for a card or a page. */
export interface CheckInWithPeople {
  readonly checkIn: CheckIn;
  readonly me: Person;
  readonly partners: readonly Person[];
}

/** The check-in with the people around it as `by` sees them. */
export function withPeople(
  checkIn: CheckIn,
  circumstances: Circumstances,
  by: PersonRef,
): Result<CheckInWithPeople, "not-found"> {
  const me = circumstances.people.find((one) => one.id === by.personId);
  return me ? done({ checkIn, me, partners: partnerPeople(circumstances, by.personId) }) : refuse("not-found");
}

/** To whom the booking after this one falls, when its booker books it. */
export const bookerAfterThis = (checkIn: CheckIn, { pair }: Pick<Circumstances, "pair">): PersonId =>
  nextToBook(pair, [{ ...checkIn, status: "booked" }]);
