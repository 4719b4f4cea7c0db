import type { CheckInId } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { isDue, rhythmRules } from "../../../shared/domain/rhythm.ts";
import { MessengerAway, type Notice } from "../../ports/messenger.ts";
import type { RhythmClaim } from "../../ports/rhythm-records.ts";
import type { Records } from "../../ports.ts";
import { circumstancesOf, partnerPeople } from "../check-ins/circumstances.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";

export type RhythmOwed = RhythmClaim & {
  readonly tenantId: TenantId;
  /** ISO instant at which the meeting ended, where that is why it is said. */
  readonly endedAt?: string | undefined;
};

/**
 * Says one thing that is due to one person, at most once: that it is being said is kept before it is said, and taken back only where it is
 * sure that nothing arrived. What is no longer due, because the check-in moved or the hour passed, is left unsaid.
 */
export const tellRhythm =
  ({ store, messenger, clock }: Pick<Deps, "store" | "messenger" | "clock">) =>
  async ({ tenantId, endedAt, ...claim }: RhythmOwed): Promise<JobOutcome> => {
    const acting = job(tenantId, "tell-rhythm");
    const now = clock.now().epochMilliseconds;
    if (claim.kind === "how-it-went" && (await isToBeLeft(store, tenantId, claim.checkInId, now))) return "done";
    const ended = endedAt === undefined ? null : Temporal.Instant.from(endedAt).epochMilliseconds;
    const told = await store.transact(acting, async (records) => prepare(records, claim, now, ended));
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

/** Whether the question is not to be asked now: they are still talking, or it is answered, and everybody has been shown the answer. */
async function isToBeLeft(
  store: Deps["store"],
  tenantId: TenantId,
  checkInId: CheckInId,
  now: number,
): Promise<boolean> {
  const isAnswered = await store.transact(job(tenantId, "tell-news"), async (records) =>
    (await records.news.ofCheckIn(checkInId)).some(({ kind }) => kind === "answered"),
  );
  return isAnswered || store.transact(job(tenantId, "note-meeting"), (records) => isGoingOn(records, checkInId, now));
}

/** Whether Teams said that its meeting began and not that it ended; long after its hour, the end may have gone unheard. */
async function isGoingOn({ checkIns, rooms }: Records, checkInId: CheckInId, now: number): Promise<boolean> {
  const slot = (await checkIns.find(checkInId))?.slot;
  const chatId = await rooms.chatOf(checkInId);
  if (!slot || chatId === null || (await rooms.findForChange(chatId)).startedAt === null) return false;
  return now < Temporal.Instant.from(slot.endsAt).add({ minutes: rhythmRules.overrunMinutes }).epochMilliseconds;
}

async function prepare(records: Records, claim: RhythmClaim, now: number, endedAt: number | null) {
  const checkIn = await records.checkIns.find(claim.checkInId);
  const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
  const person = circumstances?.people.find((one) => one.id === claim.personId);
  if (!circumstances || !person || checkIn.slot?.startsAt !== claim.startsAt) return null;
  if (!isDue(claim.kind, checkIn, person.timeZone, now, endedAt)) return null;
  if (!(await records.rhythm.claim(claim))) return null;
  const about = { checkIn, partners: partnerPeople(circumstances, person.id) };
  const notice: Notice =
    claim.kind === "how-it-went"
      ? { kind: "how-it-went", ...about }
      : { kind: "reminder", reminder: claim.kind, ...about };
  return { person, where: await records.conversations.find(person.id), notice };
}
