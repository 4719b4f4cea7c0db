import { isMeeting, type PairId, partnersOf } from "../../../shared/domain/pair.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

export interface PartnerInPair {
  readonly name: string;
  readonly pairId: PairId;
}

/** Everyone whom the person is or was in a pair with: pairs that are meeting first, and the newest first among them. */
export const listPartners =
  ({ store }: Pick<Deps, "store">) =>
  ({ by }: { readonly by: PersonRef }): Promise<readonly PartnerInPair[]> =>
    store.transact(participant(by), async (records) => {
      const mine = (await records.pairs.mine()).toSorted(
        (one, other) => Number(isMeeting(other)) - Number(isMeeting(one)),
      );
      const people = await records.people.findMany(mine.flatMap((pair) => partnersOf(pair, by.personId)));
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      return mine.flatMap((pair) =>
        partnersOf(pair, by.personId).flatMap((id) => {
          const name = nameOf.get(id);
          return name === undefined ? [] : { name, pairId: pair.id };
        }),
      );
    });
