import type { CheckInId } from "../../../shared/domain/check-in.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/** Remembers which message shows a check-in to the person, so that it can turn into the receipt. */
export const rememberCard =
  ({ store }: Pick<Deps, "store">) =>
  (input: { readonly by: PersonRef; readonly checkInId: CheckInId; readonly activityId: string }): Promise<void> =>
    store.transact(participant(input.by), async (records) => {
      if (await records.checkIns.find(input.checkInId))
        await records.conversations.saveCard(input.checkInId, input.by.personId, input.activityId);
    });
