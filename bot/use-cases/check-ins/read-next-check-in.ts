import { aheadOf, type CheckIn } from "../../../shared/domain/check-in.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { nextToBook, nextToOpen } from "../../../shared/domain/turn.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { circumstancesAround, partnerPeople } from "./circumstances.ts";

export interface NextCheckIn {
  readonly pair: Pair;
  /** `null` when nobody has asked for one. */
  readonly checkIn: CheckIn | null;
  readonly me: Person;
  readonly partners: readonly Person[];
  readonly nextOpener: PersonId;
  readonly nextBooker: PersonId;
}

/** The check-in that lies ahead for the person's newest pair, and whose turn it is to open and to book. */
export const readNextCheckIn =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: { readonly by: PersonRef }): Promise<Result<NextCheckIn, "not-in-a-pair">> =>
    store.transact(participant(input.by), async (records) => {
      const [pair] = await records.pairs.mine();
      const circumstances = pair && (await circumstancesAround(records, pair));
      const me = circumstances?.people.find((one) => one.id === input.by.personId);
      if (!circumstances || !me) return refuse("not-in-a-pair");
      const { history } = circumstances;
      const ahead = aheadOf(history, clock.now().epochMilliseconds);
      return done({
        pair: circumstances.pair,
        checkIn: ahead,
        me,
        partners: partnerPeople(circumstances, me.id),
        nextOpener: ahead?.opener ?? nextToOpen(circumstances.pair, history),
        nextBooker: ahead?.booker ?? nextToBook(circumstances.pair, history),
      });
    });
