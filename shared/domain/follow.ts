import { minutesOf } from "./booking.ts";
import type { CalendarEvent, CheckIn } from "./check-in.ts";
import type { NewsDraft } from "./news.ts";
import type { OutlookCopy, OutlookTruth, Response } from "./outlook-truth.ts";
import type { PersonId } from "./person.ts";
import type { Slot } from "./slots/slot.ts";

/** A check-in brought to what Outlook says. */
export interface Followed {
  /** The very same where nothing changed. */
  readonly checkIn: CheckIn;
  /** What everyone in the pair is told, in this order. */
  readonly news: readonly NewsDraft[];
  /** Who cancelled it, and is offered other times. */
  readonly offerTo: PersonId | null;
  /** Copies that their organiser's leaving orphaned, to be taken out of their mailboxes. */
  readonly leftovers: readonly { readonly person: PersonId; readonly eventId: string }[];
}

/**
 * Decides what follows from what Outlook says. Outlook's word stands, whatever was agreed here; a mailbox that can't be read says nothing; and
 * following the same twice changes nothing more.
 *
 * While the check-in is on its way into the calendars or to another hour, the job that writes it there settles first.
 *
 * @param seen - whose copy is known to have been there, so that its absence means that it was taken out and not that it is yet to arrive.
 */
export function followOutlook(checkIn: CheckIn, truth: OutlookTruth, seen: readonly PersonId[] = []): Followed {
  const { event } = checkIn;
  const isStanding = checkIn.status === "booked" || checkIn.status === "needs-you";
  if (!isStanding || !event) return unchanged(checkIn);
  const { organiser } = truth;
  if (organiser === "no-mailbox") return withoutOrganiser(checkIn, event, truth);
  if (organiser === "gone" || (typeof organiser === "object" && organiser.isCancelled))
    return calledOff(checkIn, event);
  return followCopies(checkIn, event, truth, seen);
}

const unchanged = (checkIn: CheckIn): Followed => ({ checkIn, news: [], offerTo: null, leftovers: [] });

const outOfCalendars = (checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  status: "cancelled",
  bookingId: null,
  event: null,
  declined: [],
  offered: [],
  version: checkIn.version + 1,
});

/** Only the organiser can cancel or delete the event for everybody. */
const calledOff = (checkIn: CheckIn, { organiser }: CalendarEvent): Followed => ({
  checkIn: outOfCalendars(checkIn),
  news: [{ kind: "cancelled-in-outlook", by: organiser, was: checkIn.slot }],
  offerTo: organiser,
  leftovers: [],
});

/** Nothing is settled before every other copy can be read: what can't be found can't be taken out. */
function withoutOrganiser(checkIn: CheckIn, { organiser }: CalendarEvent, { others }: OutlookTruth): Followed {
  const copies = Object.entries(others);
  if (copies.some(([, copy]) => copy === "unreadable")) return unchanged(checkIn);
  return {
    checkIn: outOfCalendars(checkIn),
    news: [{ kind: "organiser-left", by: organiser, was: checkIn.slot }],
    offerTo: null,
    leftovers: copies.flatMap(([person, copy]) =>
      typeof copy === "object" ? [{ person, eventId: copy.eventId }] : [],
    ),
  };
}

function followCopies(
  checkIn: CheckIn,
  event: CalendarEvent,
  truth: OutlookTruth,
  seen: readonly PersonId[],
): Followed {
  const original = typeof truth.organiser === "object" ? truth.organiser : null;
  const byOrganiser = (kind: NewsDraft["kind"]): NewsDraft => ({ kind, by: event.organiser, was: checkIn.slot });
  const slot = original ? slotOf(checkIn.slot, original) : checkIn.slot;
  const joinUrl = original ? original.joinUrl : event.joinUrl;
  const guests = original ? original.guests : checkIn.guests;
  const answers = answersOf(checkIn, truth, seen);
  const news = [
    ...(slot === checkIn.slot
      ? []
      : [byOrganiser(hasMoved(checkIn.slot, slot) ? "moved-in-outlook" : "length-changed-in-outlook")]),
    ...(joinUrl === event.joinUrl
      ? []
      : [byOrganiser(joinUrl === null ? "link-removed-in-outlook" : "link-returned-in-outlook")]),
    ...(guests === checkIn.guests ? [] : [byOrganiser("guests-changed-in-outlook")]),
    ...answers.news,
  ];
  if (news.length === 0 && answers.declined.length === checkIn.declined.length) return unchanged(checkIn);
  const followed: CheckIn = {
    ...checkIn,
    status: answers.declined.length > 0 ? "needs-you" : "booked",
    slot,
    minutes: slot && slot !== checkIn.slot ? Math.max(1, minutesOf(slot)) : checkIn.minutes,
    offered: slot === checkIn.slot ? checkIn.offered : [],
    event: { ...event, joinUrl },
    ...(joinUrl === event.joinUrl ? {} : ({ appInChat: "unknown", recordingOff: "unknown" } as const)),
    declined: answers.declined,
    guests,
    version: checkIn.version + 1,
  };
  return { checkIn: followed, news, offerTo: null, leftovers: [] };
}

/** The very same slot where Outlook has it too. An hour that was chosen in Outlook is nobody's turn to bear. */
function slotOf(slot: Slot | null, { startsAt, endsAt }: OutlookCopy): Slot {
  const isSame = slot && isSameMoment(slot.startsAt, startsAt) && isSameMoment(slot.endsAt, endsAt);
  return isSame ? slot : { startsAt, endsAt, stretch: null };
}

const hasMoved = (was: Slot | null, is: Slot | null): boolean =>
  was === null || is === null || !isSameMoment(was.startsAt, is.startsAt);

const isSameMoment = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) === 0;

function answersOf(checkIn: CheckIn, truth: OutlookTruth, seen: readonly PersonId[]) {
  const news: NewsDraft[] = [];
  const declined: PersonId[] = [];
  for (const person of Object.keys(truth.others)) {
    const had = checkIn.declined.includes(person);
    const response = responseOf(person, truth, seen.includes(person)) ?? (had ? "declined" : "none");
    if (response === "declined") declined.push(person);
    if (response === "declined" && !had) news.push({ kind: "declined-in-outlook", by: person, was: null });
    if (had && (response === "accepted" || response === "tentative"))
      news.push({ kind: "accepted-in-outlook", by: person, was: null });
  }
  return { news, declined };
}

/**
 * What somebody answered: as the own copy says; as the organiser's knows where that is out of the calendar; `null` where nobody can tell.
 * Outlook takes what is declined out of the calendar; whoever deletes a copy without a word has no such meeting either.
 */
function responseOf(person: PersonId, { organiser, others }: OutlookTruth, wasSeen: boolean): Response | null {
  const copy = others[person];
  if (typeof copy === "object") return copy.response;
  const known = typeof organiser === "object" ? (organiser.responses[person] ?? "none") : null;
  if (copy !== "gone") return known;
  const isTakenOut = wasSeen || known === "accepted" || known === "tentative";
  return isTakenOut ? "declined" : known;
}
