import { nextWindow, windowAround, windowToMove } from "../../../shared/domain/cadence.ts";
import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Interval } from "../../../shared/domain/slots/availability.ts";
import { findSlots, type Opening, type SlotAnswer, type SlotSearch } from "../../../shared/domain/slots/find-slots.ts";
import { lengthRules } from "../../../shared/domain/slots/length.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import type { NoSlots } from "../../ports/messenger.ts";
import type { Deps } from "../deps.ts";
import { type Circumstances, lastHeldAt, zoneOf } from "./circumstances.ts";

export interface SlotWish {
  /** A day that `asker` named, ISO "2026-12-03", in that person's own zone. */
  readonly around?: string | undefined;
  /** Ask for times besides those on offer. */
  readonly others?: boolean | undefined;
  /** How long it is to be in minutes, where that isn't the check-in's own length. */
  readonly minutes?: number | undefined;
  /** Allow hours that stretch the day of whoever bore the last such hour, where there are no others. */
  readonly evenAgain?: boolean | undefined;
}

/** How many days beyond the window are looked at for a first later time, where the window has none. */
const laterDays = 28;

/**
 * Reads the calendars and finds times for a pair's check-in: a new one, or one that stands and is to move, whose own hour is then no reason
 * against a time near it and is not offered itself.
 *
 * @throws CalendarAway, CalendarRefused, NotConnected
 */
export async function lookForSlots(
  { calendar, clock }: Pick<Deps, "calendar" | "clock">,
  circumstances: Circumstances,
  checkIn: CheckIn,
  asker: PersonId,
  wish: SlotWish = {},
): Promise<SlotAnswer> {
  const own = isInCalendars(checkIn) ? checkIn.slot : null;
  const window = windowFor(clock.now().epochMilliseconds, circumstances, own, asker, wish);
  const { members } = circumstances.pair;
  const unwanted = [
    ...(wish.others ? checkIn.offered : []),
    ...(own ? [own] : []),
    ...calledOff(circumstances, checkIn),
  ];
  const besides = unwanted.map((slot) => slot.startsAt);
  const search: SlotSearch = {
    people: await calendar.availability(members, window),
    minutes: possibleLength(wish.minutes ?? checkIn.minutes),
    window,
    lastStretched: lastStretched(circumstances.history, checkIn),
    besides,
    ...(own ? { ignoring: intervalOf(own) } : {}),
  };
  const answer = wish.evenAgain ? findEvenAgain(search) : findSlots(search);
  return answer.ok ? answer : withLater(answer, search, (later) => calendar.availability(members, later));
}

/** Times that stretch the same person's day again only where there are no others; each says who bore the last such hour. */
function findEvenAgain(search: SlotSearch): SlotAnswer {
  const answer = findSlots(search);
  const again = answer.ok ? answer : findSlots({ ...search, lastStretched: null });
  if (!again.ok) return answer;
  const { lastStretched: lastBorneBy } = search;
  return {
    ok: true,
    slots: again.slots.map((slot) => (slot.stretch ? { ...slot, stretch: { ...slot.stretch, lastBorneBy } } : slot)),
  };
}

/** The answer with the first time after the window, where meetings alone are in the way: the calendars after it are read to know. */
async function withLater(
  answer: NoSlots,
  search: SlotSearch,
  read: (window: Interval) => Promise<SlotSearch["people"]>,
): Promise<NoSlots> {
  if (answer.reason !== "all-common-hours-taken" || answer.openings.some(({ kind }) => kind === "later")) return answer;
  const start = search.window.end;
  const window = { start, end: start + laterDays * dayMilliseconds };
  const later = findSlots({ ...search, people: await read(window), window, besides: [] });
  const [first] = later.ok ? later.slots : [];
  if (!first) return answer;
  const opening = { kind: "later", from: epoch(first.startsAt) } as const;
  const isBefore = ({ kind }: Opening) => kind === "shorter";
  return {
    ...answer,
    openings: [...answer.openings.filter(isBefore), opening, ...answer.openings.filter((one) => !isBefore(one))],
  };
}

/** The hours of this session's check-ins that were cancelled: whoever called one off wants another. */
const calledOff = ({ history }: Circumstances, { number }: CheckIn): readonly Slot[] =>
  history.flatMap((one) => (one.status === "cancelled" && one.number === number ? (one.slot ?? []) : []));

/** The hour that a slot takes, in epoch milliseconds. */
export const intervalOf = ({ startsAt, endsAt }: Slot): Interval => ({ start: epoch(startsAt), end: epoch(endsAt) });

function windowFor(
  now: number,
  circumstances: Circumstances,
  own: Slot | null,
  asker: PersonId,
  { around }: SlotWish,
): Interval {
  if (around) {
    const day = Temporal.PlainDate.from(around).toZonedDateTime(zoneOf(circumstances, asker));
    return windowAround(now, day.epochMilliseconds);
  }
  if (own) return windowToMove(now, epoch(own.startsAt));
  return nextWindow(now, lastHeldAt(circumstances.history), circumstances.cohort.cadenceDays);
}

/** The length itself, or the nearest that a check-in may have where Outlook gave it one that it may not. */
const possibleLength = (minutes: number): number =>
  Math.min(lengthRules.most, Math.max(lengthRules.least, Math.round(minutes / lengthRules.step) * lengthRules.step));

/** Who bore the last uncomfortable hour, besides that of the check-in itself. */
const lastStretched = (history: readonly CheckIn[], { id }: CheckIn): PersonId | null =>
  history.findLast((one) => one.id !== id && (one.status === "held" || isInCalendars(one)) && one.slot?.stretch)?.slot
    ?.stretch?.person ?? null;

const dayMilliseconds = 86_400_000;

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
