import { mayEnterPair } from "../../../shared/domain/access.ts";
import { aheadOf, type CheckIn, hasLapsed, missCheckIn, offerSlots } from "../../../shared/domain/check-in.ts";
import { isMeeting, type PairId } from "../../../shared/domain/pair.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { NoSlotReason, SlotAnswer } from "../../../shared/domain/slots.ts";
import { CalendarAway, CalendarRefused, type Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { type Circumstances, circumstancesOf, partnerPeople } from "./circumstances.ts";
import { lookForSlots, type SlotWish } from "./look-for-slots.ts";
import { wantCheckIn } from "./want-check-in.ts";

export type AskRefusal =
  | "not-found"
  | "not-in-a-pair"
  | "pair-is-resting"
  | "already-booked"
  | "check-in-is-over"
  | "calendar-away"
  | NoSlotReason;

/** A check-in with the people around it, for a card or a page. */
export interface CheckInWithPeople {
  readonly checkIn: CheckIn;
  readonly me: Person;
  readonly partners: readonly Person[];
}

export type Ask = SlotWish & { readonly by: PersonRef; readonly pairId?: PairId | undefined };

/**
 * Offers three times for the pair's next check-in. The wish is kept first: when Outlook is away it answers "calendar-away", and a job goes
 * on with it and sends the times to whoever asked.
 */
export const askForCheckIn =
  (deps: Pick<Deps, "store" | "calendar" | "clock" | "newId">) =>
  async (input: Ask): Promise<Result<CheckInWithPeople, AskRefusal>> => {
    const wanted = await deps.store.transact(participant(input.by), (records) => keepWish(records, input, deps));
    if (!wanted.ok) return wanted;
    const { circumstances, checkIn } = wanted.value;
    const answer = await slotsOrAway(deps, circumstances, checkIn, input);
    if (answer === "away") return goOnLater(deps, input.by, checkIn);
    if (!answer.ok) return refuse(answer.reason);
    return deps.store.transact(participant(input.by), async (records) => {
      const current = await records.checkIns.findForChange(checkIn.id);
      if (!current) return refuse("not-found");
      const offered = offerSlots(current, answer.slots);
      if (!offered.ok) return refuse(offered.refusal === "time-not-offered" ? "not-found" : offered.refusal);
      await records.checkIns.save(offered.value);
      return withPeople(offered.value, circumstances, input.by);
    });
  };

async function keepWish(
  records: Records,
  { by, pairId }: Ask,
  { newId, clock }: Pick<Deps, "newId" | "clock">,
): Promise<Result<{ circumstances: Circumstances; checkIn: CheckIn }, AskRefusal>> {
  const chosen = pairId ?? (await records.pairs.mine()).find(isMeeting)?.id;
  if (!chosen) return refuse("not-in-a-pair");
  const circumstances = await circumstancesOf(records, chosen);
  if (!circumstances || !mayEnterPair(participant(by), circumstances.pair)) return refuse("not-found");
  if (!isMeeting(circumstances.pair)) return refuse("pair-is-resting");
  const now = clock.now().epochMilliseconds;
  for (const lapsed of circumstances.history.filter((one) => hasLapsed(one, now)))
    await records.checkIns.save(missCheckIn(lapsed));
  const standing = aheadOf(circumstances.history, now) ?? (await want(records, wantCheckIn(newId(), circumstances)));
  if (standing?.status === "booked" || standing?.status === "booking") return refuse("already-booked");
  return standing ? done({ circumstances, checkIn: standing }) : refuse("not-found");
}

/** Saves the wish, or answers the one that a partner who asked at the same moment has saved. */
async function want(records: Records, wish: CheckIn): Promise<CheckIn | null> {
  if (await records.checkIns.save(wish)) return wish;
  return (
    (await records.checkIns.ofPair(wish.pairId)).findLast(
      (one) => one.number === wish.number && one.status !== "missed",
    ) ?? null
  );
}

async function slotsOrAway(
  deps: Pick<Deps, "calendar" | "clock">,
  circumstances: Circumstances,
  checkIn: CheckIn,
  wish: SlotWish,
): Promise<SlotAnswer | "away"> {
  try {
    return await lookForSlots(deps, circumstances, checkIn, wish);
  } catch (problem) {
    if (problem instanceof CalendarAway) return "away";
    if (problem instanceof CalendarRefused) return { ok: false, reason: "calendar-unreadable", unreadable: [] };
    throw problem;
  }
}

async function goOnLater(
  { store }: Pick<Deps, "store">,
  by: PersonRef,
  checkIn: CheckIn,
): Promise<Result<never, "calendar-away">> {
  await store.transact(participant(by), (records) =>
    records.queue(
      { name: "offer-slots", tenantId: by.tenantId, checkInId: checkIn.id, personId: by.personId },
      { once: `${checkIn.id}:${by.personId}` },
    ),
  );
  return refuse("calendar-away");
}

/** The check-in with the people around it as `by` sees them. */
export function withPeople(
  checkIn: CheckIn,
  circumstances: Circumstances,
  by: PersonRef,
): Result<CheckInWithPeople, "not-found"> {
  const me = circumstances.people.find((one) => one.id === by.personId);
  return me ? done({ checkIn, me, partners: partnerPeople(circumstances, by.personId) }) : refuse("not-found");
}
