import { mayEnterPair } from "../../../shared/domain/access.ts";
import { changeLength, offerSlots } from "../../../shared/domain/booking.ts";
import { aheadOf, type CheckIn, hasLapsed, isInCalendars, missCheckIn } from "../../../shared/domain/check-in.ts";
import { isMeeting, type PairId } from "../../../shared/domain/pair.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { SlotAnswer } from "../../../shared/domain/slots/find-slots.ts";
import { isPossibleLength } from "../../../shared/domain/slots/length.ts";
import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import type { NoSlots } from "../../ports/messenger.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { type Circumstances, circumstancesOf } from "./circumstances.ts";
import { goOnLater } from "./go-on-later.ts";
import { lookForSlots, type SlotWish } from "./look-for-slots.ts";
import { wantCheckIn } from "./want-check-in.ts";
import { bookerAfterThis, type CheckInWithPeople, withPeople } from "./with-people.ts";

export type AskRefusal =
  | "not-found"
  | "not-in-a-pair"
  | "pair-is-resting"
  | "already-booked"
  | "check-in-is-over"
  | "impossible-length"
  | "calendar-away"
  | "calendar-not-connected";

export type Ask = SlotWish & {
  readonly by: PersonRef;
  readonly pairId?: PairId | undefined;
  /** Whether times are wanted for a check-in that is booked already; it keeps its hour until one is chosen. */
  readonly move?: boolean | undefined;
};

/** A check-in with the times on offer, or with none and why that is. */
export interface AskedCheckIn extends CheckInWithPeople {
  readonly noSlots: NoSlots | null;
  /** To whom the booking after this one falls. */
  readonly bookerAfter: PersonId;
}

interface Wanted {
  readonly circumstances: Circumstances;
  readonly checkIn: CheckIn;
}

/**
 * Offers three times for the pair's next check-in, or to move the one that is booked; where there are none it says why, and what would open
 * one. The wish is kept first: when Outlook is away it answers "calendar-away", and a job goes on with it and sends the times to whoever asked.
 */
export const askForCheckIn =
  (deps: Pick<Deps, "store" | "calendar" | "clock" | "newId">) =>
  async (input: Ask): Promise<Result<AskedCheckIn, AskRefusal>> => {
    if (input.minutes !== undefined && !isPossibleLength(input.minutes)) return refuse("impossible-length");
    const wanted = await deps.store.transact(participant(input.by), (records) => keepWish(records, input, deps));
    if (!wanted.ok) return wanted;
    const answer = await slotsOrWhyNot(deps, wanted.value, input);
    if (answer === "away") return goOnLater(deps, input.by, wanted.value.checkIn);
    if (answer instanceof NotConnected) return askToConnect(deps, input.by, answer.personId);
    return saveAnswer(deps, wanted.value, input.by, answer);
  };

async function keepWish(
  records: Records,
  { by, pairId, move, minutes }: Ask,
  { newId, clock }: Pick<Deps, "newId" | "clock">,
): Promise<Result<Wanted, AskRefusal>> {
  const chosen = pairId ?? (await records.pairs.mine()).find(isMeeting)?.id;
  if (!chosen) return refuse("not-in-a-pair");
  const circumstances = await circumstancesOf(records, chosen);
  if (!circumstances || !mayEnterPair(participant(by), circumstances.pair)) return refuse("not-found");
  if (!isMeeting(circumstances.pair)) return refuse("pair-is-resting");
  const now = clock.now().epochMilliseconds;
  for (const lapsed of circumstances.history.filter((one) => hasLapsed(one, now)))
    await records.checkIns.save(missCheckIn(lapsed));
  const standing = aheadOf(circumstances.history, now) ?? (await want(records, wantCheckIn(newId(), circumstances)));
  if (!standing) return refuse("not-found");
  const isTaken = standing.status === "booking" || standing.status === "moving";
  if (isTaken || (standing.status === "booked" && !move)) return refuse("already-booked");
  return done({ circumstances, checkIn: await keepLength(records, standing, minutes, { by, now }) });
}

/** Saves the wish, or answers the one that a partner who asked at the same moment has saved. */
async function want(records: Records, wish: CheckIn): Promise<CheckIn | null> {
  if (await records.checkIns.save(wish)) return wish;
  const all = await records.checkIns.ofPair(wish.pairId);
  return (
    all.findLast((one) => one.number === wish.number && one.status !== "missed" && one.status !== "cancelled") ?? null
  );
}

/** The wish in the length that was asked for. What stands in the calendars keeps its own until a time is chosen. */
async function keepLength(
  records: Records,
  checkIn: CheckIn,
  minutes: number | undefined,
  { by, now }: { readonly by: PersonRef; readonly now: number },
): Promise<CheckIn> {
  if (minutes === undefined || minutes === checkIn.minutes || isInCalendars(checkIn)) return checkIn;
  const current = await records.checkIns.findForChange(checkIn.id);
  const changed = current && changeLength(current, minutes, by.personId, { id: current.id, now });
  if (!changed?.ok || isInCalendars(changed.value)) return checkIn;
  await records.checkIns.save(changed.value);
  return changed.value;
}

async function slotsOrWhyNot(
  deps: Pick<Deps, "calendar" | "clock">,
  { circumstances, checkIn }: Wanted,
  { by, ...wish }: Ask,
): Promise<SlotAnswer | "away" | NotConnected> {
  try {
    return await lookForSlots(deps, circumstances, checkIn, by.personId, wish);
  } catch (problem) {
    if (problem instanceof CalendarAway) return "away";
    if (problem instanceof NotConnected) return problem;
    if (problem instanceof CalendarRefused)
      return { ok: false, reason: "calendar-unreadable", unreadable: [], openings: [] };
    throw problem;
  }
}

/** What was offered before is on offer no more, whether other times were found or none. */
const saveAnswer = (
  { store }: Pick<Deps, "store">,
  { circumstances, checkIn }: Wanted,
  by: PersonRef,
  answer: SlotAnswer,
): Promise<Result<AskedCheckIn, AskRefusal>> =>
  store.transact<Result<AskedCheckIn, AskRefusal>>(participant(by), async (records) => {
    const current = await records.checkIns.findForChange(checkIn.id);
    if (!current) return refuse("not-found");
    const offered = offerSlots(current, answer.ok ? answer.slots : []);
    if (!offered.ok) return refuse(offered.refusal === "check-in-is-over" ? "check-in-is-over" : "already-booked");
    await records.checkIns.save(offered.value);
    const asked = withPeople(offered.value, circumstances, by);
    if (!asked.ok) return asked;
    const bookerAfter = bookerAfterThis(offered.value, circumstances);
    return done({ ...asked.value, noSlots: answer.ok ? null : answer, bookerAfter });
  });

/** Whoever asks learns at once what is missing; a partner whose calendar it is about is asked to connect it. */
async function askToConnect(
  { store }: Pick<Deps, "store">,
  by: PersonRef,
  personId: PersonId,
): Promise<Result<never, "calendar-not-connected">> {
  if (personId !== by.personId)
    await store.transact(participant(by), (records) =>
      records.queue({ name: "tell-connection", tenantId: by.tenantId, personId }, { once: personId }),
    );
  return refuse("calendar-not-connected");
}
