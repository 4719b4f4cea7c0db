import { mayEnterPair } from "../../../shared/domain/access.ts";
import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { circumstancesOf, partnerPeople } from "./circumstances.ts";

export interface CheckInsToKeep {
  /** Those that stand in the calendars and those that were held, oldest first. */
  readonly checkIns: readonly CheckIn[];
  readonly partners: readonly Person[];
  readonly me: Person;
}

/** The pair's check-ins for a calendar that Counterpoint doesn't reach. */
export const exportCheckIns =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef; readonly pairId: PairId }): Promise<Result<CheckInsToKeep, "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const circumstances = await circumstancesOf(records, input.pairId);
      const me = circumstances?.people.find((one) => one.id === input.by.personId);
      if (!circumstances || !me || !mayEnterPair(participant(input.by), circumstances.pair)) return refuse("not-found");
      return done({
        checkIns: circumstances.history.filter(
          ({ slot, status, event }) => slot && (status === "held" || (event && isInCalendars({ status, event }))),
        ),
        partners: partnerPeople(circumstances, me.id),
        me,
      });
    });
