import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";

/**
 * Keeps that somebody is waiting for times while Outlook is away, and has a job go on with it: what nobody has touched since the bot wished for
 * it is offered in other words.
 */
export async function goOnLater(
  { store }: Pick<Deps, "store">,
  by: PersonRef,
  { id }: CheckIn,
): Promise<Result<never, "calendar-away">> {
  await store.transact(participant(by), async (records) => {
    const current = await records.checkIns.findForChange(id);
    if (current?.version === 1) await records.checkIns.save({ ...current, version: 2 });
    await records.queue(
      { name: "offer-slots", tenantId: by.tenantId, checkInId: id, personId: by.personId },
      { once: `${id}:${by.personId}` },
    );
  });
  return refuse("calendar-away");
}
