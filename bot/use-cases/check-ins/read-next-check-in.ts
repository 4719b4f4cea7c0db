import { aheadOf, type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { LossCause } from "../../../shared/domain/news.ts";
import { isMeeting, type Pair, type PairId } from "../../../shared/domain/pair.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { nextToBook, nextToOpen } from "../../../shared/domain/turn.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { circumstancesAround, partnerPeople } from "./circumstances.ts";
import { lostBecause } from "./lost-because.ts";
import { bookerAfterThis } from "./with-people.ts";

export interface NextCheckIn {
  readonly pair: Pair;
  /** `null` when nobody has asked for one. */
  readonly checkIn: CheckIn | null;
  /** The latest one that has begun and of which nobody has said yet whether the pair met. */
  readonly begun: CheckIn | null;
  readonly me: Person;
  readonly partners: readonly Person[];
  readonly nextOpener: PersonId;
  readonly nextBooker: PersonId;
  /** To whom the booking after this check-in falls; `null` where there is none. */
  readonly bookerAfter: PersonId | null;
  readonly lostBecause: LossCause | null;
}

/**
 * The check-in that lies ahead for one of the person's pairs, and whose turn it is to open and to book. Where no pair is named it is the newest
 * that is meeting, else the newest.
 */
export const readNextCheckIn =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: {
    readonly by: PersonRef;
    readonly pairId?: PairId | undefined;
  }): Promise<Result<NextCheckIn, "not-in-a-pair">> =>
    store.transact(participant(input.by), async (records) => {
      const pair = await pairMeant(records, input.pairId);
      const circumstances = pair && (await circumstancesAround(records, pair));
      const me = circumstances?.people.find((one) => one.id === input.by.personId);
      if (!circumstances || !me) return refuse("not-in-a-pair");
      const { history } = circumstances;
      const ahead = aheadOf(history, clock.now().epochMilliseconds);
      return done({
        pair: circumstances.pair,
        checkIn: ahead,
        begun: history.findLast((one) => hasBegun(one, clock.now())) ?? null,
        me,
        partners: partnerPeople(circumstances, me.id),
        nextOpener: ahead?.opener ?? nextToOpen(circumstances.pair, history),
        nextBooker: ahead?.booker ?? nextToBook(circumstances.pair, history),
        bookerAfter: ahead && bookerAfterThis(ahead, circumstances),
        lostBecause: ahead && (await lostBecause(records, ahead)),
      });
    });

const hasBegun = (checkIn: CheckIn, now: Temporal.Instant): boolean =>
  isInCalendars(checkIn) && checkIn.slot !== null && Temporal.Instant.compare(checkIn.slot.startsAt, now) <= 0;

async function pairMeant(records: Pick<Records, "pairs">, pairId: PairId | undefined): Promise<Pair | undefined> {
  const mine = await records.pairs.mine();
  if (pairId !== undefined) return mine.find((one) => one.id === pairId);
  return mine.find(isMeeting) ?? mine[0];
}
