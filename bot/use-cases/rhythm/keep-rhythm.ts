import { type CheckIn, hasLapsed, missCheckIn } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { isDue, isOfferDue, isQuiet, rhythmKinds, rhythmReach } from "../../../shared/domain/rhythm.ts";
import type { Records, RhythmClaim } from "../../ports.ts";
import { type Circumstances, circumstancesOf } from "../check-ins/circumstances.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { wantCheckIn } from "../check-ins/want-check-in.ts";
import { type Deps, job } from "../deps.ts";
import { renumberAhead } from "../rooms/renumber-ahead.ts";

/** How many pairs are offered their next check-in in one round: their calendars have to be read, and other work goes on. */
const mostOffers = 20;

/** Looks for what is due to be said by now and queues it: reminders, the question afterwards, and the next check-in. */
export const keepRhythm =
  (deps: Pick<Deps, "store" | "clock" | "newId">) =>
  async ({ tenantId }: { readonly tenantId: TenantId }): Promise<JobOutcome> => {
    const acting = job(tenantId, "keep-rhythm");
    await deps.store.transact(acting, (records) => queueWhatIsDue(records, tenantId, deps.clock.now()));
    await deps.store.transact(acting, (records) => offerWhatIsDue(records, tenantId, deps));
    return "done";
  };

async function queueWhatIsDue(records: Records, tenantId: TenantId, now: Temporal.Instant): Promise<void> {
  const at = now.epochMilliseconds;
  const standing = await records.checkIns.standingBetween(rhythmReach(at));
  const claims = await records.rhythm.ofCheckIns(standing.map((one) => one.id));
  const said = new Set(claims.map(keyOf));
  for (const { pairId } of standing.filter((one) => one.event === null && hasLapsed(one, at))) {
    const pair = await records.pairs.find(pairId);
    if (pair) await renumberAhead(records, pair, now);
  }
  for (const checkIn of standing)
    for (const claim of dueFor(checkIn, await peopleOf(records, checkIn), at))
      if (!said.has(keyOf(claim)))
        await records.queue({ name: "tell-rhythm", tenantId, ...claim }, { once: keyOf(claim) });
}

async function peopleOf(records: Records, checkIn: CheckIn): Promise<readonly Person[]> {
  const pair = await records.pairs.find(checkIn.pairId);
  return pair ? records.people.findMany(pair.members) : [];
}

function dueFor(checkIn: CheckIn, people: readonly Person[], now: number): readonly RhythmClaim[] {
  const startsAt = checkIn.slot?.startsAt;
  if (!startsAt) return [];
  return people.flatMap((person) =>
    rhythmKinds
      .filter((kind) => isDue(kind, checkIn, person.timeZone, now))
      .map((kind) => ({ checkInId: checkIn.id, personId: person.id, kind, startsAt })),
  );
}

const keyOf = ({ checkInId, personId, kind, startsAt }: RhythmClaim) => `${checkInId}:${personId}:${kind}:${startsAt}`;

/** Keeps the wish for the next check-in of pairs whose time has come, and has its times sent to whoever books it. */
async function offerWhatIsDue(
  records: Records,
  tenantId: TenantId,
  { clock, newId }: Pick<Deps, "clock" | "newId">,
): Promise<void> {
  const now = clock.now();
  const today = now.toZonedDateTimeISO("UTC").toPlainDate().toString();
  let offers = 0;
  for (const pairId of await records.rhythm.pairsWithout(now, today, mostOffers * 5)) {
    const circumstances = await circumstancesOf(records, pairId);
    if (!circumstances || offers >= mostOffers) continue;
    const wish = wantCheckIn(newId(), circumstances);
    const booker = circumstances.people.find((one) => one.id === wish.booker);
    if (!booker || isQuiet(now.epochMilliseconds, booker.timeZone)) continue;
    if (!isOfferDue(now.epochMilliseconds, rhythmOf(circumstances))) continue;
    // One that lapsed stands in the way of the next.
    for (const lapsed of circumstances.history.filter((one) => hasLapsed(one, now.epochMilliseconds)))
      await records.checkIns.save(missCheckIn(lapsed));
    if (!(await records.checkIns.save(wish))) continue;
    await records.queue(
      { name: "offer-slots", tenantId, checkInId: wish.id, personId: booker.id },
      { once: `${wish.id}:${booker.id}` },
    );
    offers += 1;
  }
}

const rhythmOf = ({ cohort, history }: Circumstances) => ({
  history,
  cadenceDays: cohort.cadenceDays,
  cohortStart: Temporal.PlainDate.from(cohort.startsOn).toZonedDateTime("UTC").epochMilliseconds,
});
