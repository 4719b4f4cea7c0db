import { offerSlots } from "../../../shared/domain/booking.ts";
import { aheadOf, type CheckIn } from "../../../shared/domain/check-in.ts";
import { type Followed, followOutlook } from "../../../shared/domain/follow.ts";
import type { OutlookTruth } from "../../../shared/domain/outlook-truth.ts";
import { isMeeting } from "../../../shared/domain/pair.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import type { Records } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import { type CheckInOwed, type Circumstances, circumstancesOf } from "./circumstances.ts";
import type { JobOutcome } from "./offer-slots.ts";
import { spreadNews } from "./spread-news.ts";
import { wantCheckIn } from "./want-check-in.ts";

type FollowDeps = Pick<Deps, "store" | "calendar" | "clock" | "newId">;

/** How often in a row it looks again because the check-in changed while it looked. */
const mostRounds = 5;

/** How long after Outlook was away it looks again, in seconds. */
const laterSeconds = 15;

/** Reads what every copy of a check-in's event says now, and follows it: the news go to everyone in the pair alike. */
export const followCheckIn =
  (deps: FollowDeps) =>
  async (owed: CheckInOwed): Promise<JobOutcome> => {
    try {
      for (let round = 0; round < mostRounds; round += 1) if (await follow(deps, owed)) return "done";
      return "try-again";
    } catch (problem) {
      if (problem instanceof CalendarAway) return lookLater(deps, owed);
      if (problem instanceof CalendarRefused || problem instanceof NotConnected) return "done";
      throw problem;
    }
  };

/** Comes back once, however many notices and sweeps have asked meanwhile: while Outlook is away they would pile up. */
async function lookLater({ store, clock }: FollowDeps, owed: CheckInOwed): Promise<JobOutcome> {
  await store.transact(job(owed.tenantId, "follow-check-in"), (records) =>
    records.queue(
      { name: "follow-check-in", tenantId: owed.tenantId, checkInId: owed.checkInId },
      { once: `later:${owed.checkInId}`, at: clock.now().add({ seconds: laterSeconds }) },
    ),
  );
  return "done";
}

/** @returns whether it is done; `false` when the check-in changed while Outlook was read. */
async function follow(deps: FollowDeps, owed: CheckInOwed): Promise<boolean> {
  const seen = await deps.store.transact(job(owed.tenantId, "follow-check-in"), async (records) => {
    const checkIn = await records.checkIns.find(owed.checkInId);
    const pair = checkIn?.event && (await records.pairs.find(checkIn.pairId));
    return pair && { checkIn, members: pair.members };
  });
  if (!seen?.checkIn?.event) return true;
  const truth = await deps.calendar.readTruth(seen.checkIn.event, seen.members);
  for (const { person, eventId } of followOutlook(seen.checkIn, truth).leftovers)
    await deps.calendar.removeCopy(person, eventId);
  return record(deps, owed, seen.checkIn, truth);
}

const record = (deps: FollowDeps, owed: CheckInOwed, seen: CheckIn, truth: OutlookTruth): Promise<boolean> =>
  deps.store.transact(job(owed.tenantId, "follow-check-in"), async (records) => {
    const current = await records.checkIns.findForChange(owed.checkInId);
    if (current?.version !== seen.version) return false;
    const followed = followOutlook(current, truth, await records.mailboxes.copiesOf(current.id));
    await saveCopies(records, current, truth);
    if (followed.checkIn === current) return true;
    await records.checkIns.save(followed.checkIn);
    const circumstances = await circumstancesOf(records, current.pairId);
    if (!circumstances) return true;
    await spreadNews(records, circumstances.pair, current.id, followed.news);
    if (hasNewLink(current, followed.checkIn))
      await records.queue(
        { name: "furnish-meeting", tenantId: owed.tenantId, checkInId: owed.checkInId },
        { once: owed.checkInId },
      );
    await offer(deps, records, followed, circumstances);
    return true;
  });

async function saveCopies(
  records: Records,
  { id, event }: CheckIn,
  { organiser, others }: OutlookTruth,
): Promise<void> {
  const copies = event ? [[event.organiser, organiser] as const, ...Object.entries(others)] : [];
  for (const [person, copy] of copies)
    if (typeof copy === "object") await records.mailboxes.saveCopy(id, person, copy.eventId);
}

const hasNewLink = (before: CheckIn, after: CheckIn): boolean =>
  typeof after.event?.joinUrl === "string" && after.event.joinUrl !== before.event?.joinUrl;

/** Keeps the wish for another check-in, and has times for it sent to whoever cancelled this one: once, as this one is over. */
async function offer(
  { clock, newId }: FollowDeps,
  records: Records,
  { offerTo }: Followed,
  circumstances: Circumstances,
): Promise<void> {
  if (!offerTo || !isMeeting(circumstances.pair)) return;
  if (aheadOf(circumstances.history, clock.now().epochMilliseconds)) return;
  const wish = wantCheckIn(newId(), circumstances);
  if (await records.checkIns.save(wish)) await haveTimesSent(records, circumstances, wish, offerTo);
}

async function haveTimesSent(
  records: Records,
  { pair }: Circumstances,
  wish: CheckIn,
  personId: PersonId,
): Promise<void> {
  // Asked for, as it were, by cancelling: the times come as an answer and not as what is due.
  const wanted = offerSlots(wish, []);
  if (wanted.ok) await records.checkIns.save(wanted.value);
  await records.queue(
    { name: "offer-slots", tenantId: pair.tenantId, checkInId: wish.id, personId },
    { once: `${wish.id}:${personId}` },
  );
}
