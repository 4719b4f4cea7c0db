import { type CheckIn, hasLapsed, missCheckIn } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { isDue, isOfferDue, isQuiet, rhythmKinds, rhythmReach } from "../../../shared/domain/rhythm.ts";
import type { DuePair, RhythmClaim } from "../../ports/rhythm-records.ts";
import type { Records } from "../../ports.ts";
import { type Circumstances, circumstancesOf } from "../check-ins/circumstances.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { wantCheckIn } from "../check-ins/want-check-in.ts";
import { type Deps, job } from "../deps.ts";
import { renumberAhead } from "../rooms/renumber-ahead.ts";

type RhythmDeps = Pick<Deps, "store" | "clock" | "newId">;

/** How many pairs are offered their next check-in in one round: their calendars have to be read, and other work goes on. */
const mostOffers = 20;

/** How many pairs that are due are looked at in one transaction. */
const pageSize = 100;

/** Looks for what is due to be said by now and queues it: reminders, the question afterwards, and the next check-in. */
export const keepRhythm =
  (deps: RhythmDeps) =>
  async ({ tenantId }: { readonly tenantId: TenantId }): Promise<JobOutcome> => {
    const acting = job(tenantId, "keep-rhythm");
    await deps.store.transact(acting, (records) => queueWhatIsDue(records, tenantId, deps.clock.now()));
    await offerWhatIsDue(deps, tenantId, deps.clock.now());
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

/** Goes through all pairs that are due, as many as are left alone for now before one that isn't, until enough are offered their next check-in. */
async function offerWhatIsDue(deps: RhythmDeps, tenantId: TenantId, now: Temporal.Instant): Promise<void> {
  const acting = job(tenantId, "keep-rhythm");
  const today = now.toZonedDateTimeISO("UTC").toPlainDate().toString();
  const lookFrom = (after: DuePair | null, room: number) =>
    deps.store.transact(acting, async (records) => {
      const due = await records.rhythm.duePairs(now, today, { after, limit: pageSize });
      let offers = 0;
      for (const { pairId } of due)
        if (offers < room && (await offerNext(records, pairId, now, deps.newId))) offers += 1;
      return { offers, last: due.length < pageSize ? null : (due.at(-1) ?? null) };
    });
  let looked = await lookFrom(null, mostOffers);
  for (let room = mostOffers - looked.offers; looked.last && room > 0; room -= looked.offers)
    looked = await lookFrom(looked.last, room);
}

/** Keeps the wish for a pair's next check-in, and has its times sent to whoever books it. @returns whether it is a time to. */
async function offerNext(
  records: Records,
  pairId: PairId,
  now: Temporal.Instant,
  newId: Deps["newId"],
): Promise<boolean> {
  const circumstances = await circumstancesOf(records, pairId);
  if (!circumstances) return false;
  const { tenantId } = circumstances.pair;
  const wish = wantCheckIn(newId(), circumstances);
  const booker = circumstances.people.find((one) => one.id === wish.booker);
  if (!booker || isQuiet(now.epochMilliseconds, booker.timeZone)) return false;
  if (!isOfferDue(now.epochMilliseconds, rhythmOf(circumstances))) return false;
  // One that lapsed stands in the way of the next.
  for (const lapsed of circumstances.history.filter((one) => hasLapsed(one, now.epochMilliseconds)))
    await records.checkIns.save(missCheckIn(lapsed));
  if (!(await records.checkIns.save(wish))) return false;
  await records.queue(
    { name: "offer-slots", tenantId, checkInId: wish.id, personId: booker.id },
    { once: `${wish.id}:${booker.id}` },
  );
  return true;
}

const rhythmOf = ({ cohort, history }: Circumstances) => ({
  history,
  cadenceDays: cohort.cadenceDays,
  cohortStart: Temporal.PlainDate.from(cohort.startsOn).toZonedDateTime("UTC").epochMilliseconds,
});
