import type { TenantId } from "../../../shared/domain/id.ts";
import { isDue } from "../../../shared/domain/rhythm.ts";
import { MessengerAway, type Notice, type Records, type RhythmClaim } from "../../ports.ts";
import { circumstancesOf, partnerPeople } from "../check-ins/circumstances.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";

export type RhythmOwed = RhythmClaim & { readonly tenantId: TenantId };

/**
 * Says one thing that is due to one person, at most once: that it is being said is kept before it is said, and taken back only where it is
 * sure that nothing arrived. What is no longer due, because the check-in moved or the hour passed, is left unsaid.
 */
export const tellRhythm =
  ({ store, messenger, clock }: Pick<Deps, "store" | "messenger" | "clock">) =>
  async ({ tenantId, ...claim }: RhythmOwed): Promise<JobOutcome> => {
    const acting = job(tenantId, "tell-rhythm");
    const told = await store.transact(acting, async (records) => prepare(records, claim, clock.now()));
    if (!told) return "done";
    try {
      const activityId = await messenger.tell(told.person, told.where, told.notice);
      if (activityId && claim.kind === "how-it-went")
        await store.transact(acting, (records) =>
          records.conversations.saveCard(claim.checkInId, claim.personId, activityId),
        );
      return "done";
    } catch (problem) {
      if (!(problem instanceof MessengerAway)) throw problem;
      if (!problem.isSure) return "done";
      await store.transact(acting, (records) => records.rhythm.release(claim));
      return "try-again";
    }
  };

async function prepare(records: Records, claim: RhythmClaim, now: Temporal.Instant) {
  const checkIn = await records.checkIns.find(claim.checkInId);
  const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
  const person = circumstances?.people.find((one) => one.id === claim.personId);
  if (!circumstances || !person || checkIn.slot?.startsAt !== claim.startsAt) return null;
  if (!isDue(claim.kind, checkIn, person.timeZone, now.epochMilliseconds)) return null;
  if (!(await records.rhythm.claim(claim))) return null;
  const about = { checkIn, partners: partnerPeople(circumstances, person.id) };
  const notice: Notice =
    claim.kind === "how-it-went"
      ? { kind: "how-it-went", ...about }
      : { kind: "reminder", reminder: claim.kind, ...about };
  return { person, where: await records.conversations.find(person.id), notice };
}
