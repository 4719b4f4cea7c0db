import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { Records } from "../../ports.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";
import { sweepRules } from "./sweep-mailbox.ts";

/**
 * How a round goes: over at most how many minutes it is spread, and the widest step between two mailboxes, in milliseconds; after how many
 * minutes what is owed to the calendars has plainly lost its job, after how many more that was seen to, and for how long a job tries.
 */
const roundRules = {
  minutes: 10,
  stepMs: 1_000,
  everyMinutes: 15,
  owedMinutes: 10,
  owedForMinutes: 30,
  triedForHours: 36,
} as const;

const dayMs = 86_400_000;

/**
 * Has every mailbox looked at that has a check-in within the next 14 days, at an even pace.
 *
 * What a look for changes may leave out, such as some deletions, is read itself: a check-in of the next day in every round, any other once an
 * hour. What the calendars are owed and no job brings there gets its job again.
 */
export const sweepMailboxes =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  async ({ tenantId }: { readonly tenantId: TenantId }): Promise<JobOutcome> => {
    const now = clock.now();
    await store.transact(job(tenantId, "sweep-mailboxes"), async (records) => {
      const at = now.epochMilliseconds;
      const ahead = { start: at - sweepRules.daysBack * dayMs, end: at + sweepRules.leastDaysAhead * dayMs };
      const people = await records.mailboxes.withCheckIns(ahead);
      for (const [place, personId] of people.entries())
        await records.queue(
          { name: "sweep-mailbox", tenantId, personId },
          { once: personId, at: turnOf(now, place, people.length) },
        );
      const toRead = (await records.checkIns.standingBetween(ahead)).filter((one) => isToBeRead(one, at));
      for (const [place, { id: checkInId }] of toRead.entries())
        await records.queue(
          { name: "follow-check-in", tenantId, checkInId },
          { once: `sweep:${checkInId}`, at: turnOf(now, place, toRead.length) },
        );
      await queueForgotten(records, tenantId, now);
    });
    return "done";
  };

const turnOf = (now: Temporal.Instant, place: number, of: number): Temporal.Instant =>
  now.add({ milliseconds: Math.round(place * Math.min(roundRules.stepMs, (roundRules.minutes * 60_000) / of)) });

/** A check-in that begins within a day, always; any other in one round of the hour. */
const isToBeRead = ({ id, slot }: CheckIn, now: number): boolean =>
  (slot !== null && Temporal.Instant.from(slot.startsAt).epochMilliseconds < now + dayMs) || isTurnOf(id, now, 60);

/** Whether it is this round's turn, of all rounds in so many minutes: by its id, so that the rounds are alike. */
function isTurnOf(id: string, now: number, minutes: number): boolean {
  const rounds = minutes / roundRules.everyMinutes;
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % rounds === Math.floor(now / (roundRules.everyMinutes * 60_000)) % rounds;
}

/** Only what was forgotten lately: what waits for longer has its job, which is still trying. A cancellation that nobody tries any more is never given up. */
async function queueForgotten(records: Records, tenantId: TenantId, now: Temporal.Instant): Promise<void> {
  const { owedMinutes, owedForMinutes, triedForHours } = roundRules;
  const owed = await records.checkIns.owing(now.subtract({ minutes: owedMinutes }));
  const tried = await idsOf(records.checkIns.owing(now.subtract({ minutes: owedMinutes + owedForMinutes })));
  const givenUp = await idsOf(records.checkIns.owing(now.subtract({ hours: triedForHours })));
  for (const { id: checkInId, status } of owed) {
    const isDaily =
      givenUp.has(checkInId) && status === "cancelled" && isTurnOf(checkInId, now.epochMilliseconds, 1_440);
    if (!tried.has(checkInId) || isDaily)
      await records.queue({ name: "write-to-calendar", tenantId, checkInId }, { once: `owed:${checkInId}` });
  }
}

const idsOf = async (checkIns: Promise<readonly CheckIn[]>): Promise<ReadonlySet<CheckInId>> =>
  new Set((await checkIns).map((one) => one.id));
