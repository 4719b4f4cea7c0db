import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import type { Cohort } from "../../../shared/domain/cohort.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { type Pair, type PairId, partnersOf } from "../../../shared/domain/pair.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import type { Records } from "../../ports.ts";

/** A pair with everything that decides its next check-in. */
export interface Circumstances {
  readonly pair: Pair;
  readonly cohort: Cohort;
  /** In the order of voices. */
  readonly people: readonly Person[];
  /** Oldest first. */
  readonly history: readonly CheckIn[];
}

/** Which check-in a job is about. */
export interface CheckInOwed {
  readonly tenantId: TenantId;
  readonly checkInId: CheckInId;
}

/** Gathers the circumstances of a pair by its id; `null` for a pair that is not there for whoever acts. */
export async function circumstancesOf(records: Records, pairId: PairId): Promise<Circumstances | null> {
  const pair = await records.pairs.find(pairId);
  return pair && circumstancesAround(records, pair);
}

/** Gathers what is around a pair that is at hand; `null` where its cohort is not there for whoever acts. */
export async function circumstancesAround(records: Records, pair: Pair): Promise<Circumstances | null> {
  const cohort = await records.programmes.findCohort(pair.cohortId);
  if (!cohort) return null;
  const found = await records.people.findMany(pair.members);
  const people = pair.members.flatMap((id) => found.find((one) => one.id === id) ?? []);
  return { pair, cohort, people, history: await records.checkIns.ofPair(pair.id) };
}

/** The others' records, in the order of voices. */
export const partnerPeople = (
  { pair, people }: Pick<Circumstances, "pair" | "people">,
  person: PersonId,
): readonly Person[] => partnersOf(pair, person).flatMap((id) => people.find((one) => one.id === id) ?? []);

/** The person's zone (IANA), in which an event of theirs is written; UTC for somebody who is not there. */
export const zoneOf = ({ people }: Pick<Circumstances, "people">, person: PersonId): string =>
  people.find((one) => one.id === person)?.timeZone ?? "UTC";

/** When the last held session began, in epoch milliseconds; `null` for a pair that has not met. */
export function lastHeldAt(history: readonly CheckIn[]): number | null {
  const held = history.findLast((one) => one.status === "held");
  return held?.slot ? Temporal.Instant.from(held.slot.startsAt).epochMilliseconds : null;
}
