import { loseMove, recordMove } from "../../../shared/domain/booking.ts";
import type { CalendarEvent, Move } from "../../../shared/domain/check-in.ts";
import type { OutlookCopy } from "../../../shared/domain/outlook-truth.ts";
import { isStillFree } from "../../../shared/domain/slots/find-slots.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import { CalendarAway, CalendarRefused } from "../../ports/calendar.ts";
import { zoneOf } from "./circumstances.ts";
import { intervalOf } from "./look-for-slots.ts";
import { listenAndLook } from "./queue-after-booking.ts";
import { settle, type Writing, type WritingDeps } from "./settle.ts";

interface Way {
  readonly event: CalendarEvent;
  readonly from: Slot;
  readonly move: Move;
}

/** The way that a moving check-in's event is to go; `null` for any other. */
export function wayOf({ checkIn }: Writing): Way | null {
  const { status, event, slot, move } = checkIn;
  return status === "moving" && event && slot && move ? { event, from: slot, move } : null;
}

/**
 * Brings the event to the hour or length that was chosen, leaving its link and all else as they are, when that hour is free for everybody.
 * Where Outlook has moved or cancelled it meanwhile, that stands and the move is dropped; `follow-check-in` tells the rest.
 *
 * @throws CalendarAway, NotConnected
 */
export async function moveEvent(deps: WritingDeps, writing: Writing, way: Way): Promise<void> {
  const outcome = await moved(deps, writing, way);
  await settle(deps, writing, async (records, current) => {
    const { members } = writing.circumstances.pair;
    await listenAndLook(records, writing.tenantId, current.id, members, deps.clock.now());
    if (outcome === "moved")
      return { checkIn: recordMove(current), news: [{ kind: "moved", by: way.move.by, was: way.from }] };
    const lost = { kind: "move-lost", by: way.move.by, was: null } as const;
    return { checkIn: loseMove(current), news: outcome === "lost" ? [lost] : [] };
  });
  await deps.onStep("move-recorded", writing.checkIn.id);
}

async function moved(deps: WritingDeps, writing: Writing, way: Way): Promise<"moved" | "lost" | "overtaken"> {
  const { calendar, onStep } = deps;
  const { checkIn, circumstances } = writing;
  try {
    const place = await placeOf(deps, writing, way);
    await onStep("looked-at-event", checkIn.id);
    if (place !== "from") return place === "to" ? "moved" : "overtaken";
    if (!(await isFree(deps, writing, way))) return (await placeOf(deps, writing, way)) === "to" ? "moved" : "lost";
    const timeZone = zoneOf(circumstances, way.event.organiser);
    const answer = await calendar.moveEvent(way.event, { from: way.from, to: way.move.slot, timeZone });
    await onStep("event-moved", checkIn.id);
    return answer === "moved" ? "moved" : "overtaken";
  } catch (problem) {
    if (problem instanceof CalendarRefused) return "lost";
    throw problem;
  }
}

/** Where the original stands now: an earlier try may have moved it, and so may its organiser. */
async function placeOf(
  { calendar }: WritingDeps,
  { circumstances }: Writing,
  { event, from, move }: Way,
): Promise<"from" | "to" | "elsewhere"> {
  const { organiser } = await calendar.readTruth(event, circumstances.pair.members);
  if (organiser === "unreadable") throw new CalendarAway("The organiser's calendar can't be read just now.");
  if (typeof organiser === "string" || organiser.isCancelled) return "elsewhere";
  if (isAt(organiser, move.slot)) return "to";
  return isAt(organiser, from) ? "from" : "elsewhere";
}

const isAt = (copy: Pick<OutlookCopy, "startsAt" | "endsAt">, slot: Slot): boolean =>
  isSameMoment(copy.startsAt, slot.startsAt) && isSameMoment(copy.endsAt, slot.endsAt);

const isSameMoment = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) === 0;

/** Whether everybody is free at the new hour. The check-in's own hour is no reason against it. */
async function isFree(
  { calendar, clock }: WritingDeps,
  { circumstances }: Writing,
  { from, move }: Way,
): Promise<boolean> {
  const wanted = intervalOf(move.slot);
  if (wanted.start <= clock.now().epochMilliseconds) return false;
  const people = await calendar.availability(circumstances.pair.members, wanted);
  if (people.some((one) => one.busy === null)) throw new CalendarAway("A calendar can't be read just now.");
  return isStillFree(people, move.slot, { ignoring: intervalOf(from) });
}
