import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { CohortBookingStatus } from "../../../shared/domain/cohort-booking.ts";
import { cohortBookingStatuses } from "../../../shared/domain/cohort-booking.ts";
import { type NewsKind, newsKinds } from "../../../shared/domain/news.ts";
import { answeredCard } from "../cards/answered-card.ts";
import { askToCancelCard } from "../cards/cancel-card.ts";
import type { Card } from "../cards/card.ts";
import { askToUndoCard, cohortBookingCard } from "../cards/cohort-booking-card.ts";
import { overviewCard, quietPairsCard, whichCohortCard } from "../cards/cohort-cards.ts";
import { connectFirstCard, connectionBrokenCard } from "../cards/connection-card.ts";
import { cancellingCard } from "../cards/fallen-cards.ts";
import { greetingCard } from "../cards/greeting-card.ts";
import { newsCard } from "../cards/news-card.ts";
import { nextCheckInCard } from "../cards/next-check-in-card.ts";
import { noSlotsCard } from "../cards/no-slots-card.ts";
import { onItsWayCard } from "../cards/on-its-way-card.ts";
import { plainCard } from "../cards/plain-card.ts";
import { reflectedCard } from "../cards/reflect-card.ts";
import { howItWentCard, reminderCard } from "../cards/rhythm-cards.ts";
import { slotsCard } from "../cards/slots-card.ts";
import { receiptCard } from "../cards/standing-card.ts";
import { linksOf } from "../links.ts";
import {
  ana,
  appId,
  ben,
  booked,
  cancelled,
  chidi,
  chosen,
  cohortId,
  ended,
  moving,
  offered,
  ready,
  running,
  slot,
  tenantId,
} from "./people.ts";
import { inLondon } from "./readers.ts";

export const links = linksOf({ appId, tenantId });

/** A check-in of Ana and Ben's, as Ana sees it. */
export const about = (checkIn: CheckIn) => ({ checkIn, me: ana, partners: [ben] });

export const trio = { checkIn: offered, me: ana, partners: [ben, chidi] };

export const overview = {
  id: cohortId,
  name: "Spring 2027",
  pairs: 14,
  sessionsHeld: 33,
  recent: { met: 9, quiet: 4, paused: 1, stages: { agree: 2, story: 12 } },
};

/** Evening for Ana, night for nobody: the hour that one of the pair has to bear. */
export const stretched: CheckIn = {
  ...offered,
  offered: [
    slot("2027-01-05T18:00:00Z", "2027-01-05T19:00:00Z", { person: ana.id, side: "after", lastBorneBy: ben.id }),
    slot("2027-01-06T02:00:00Z", "2027-01-06T03:00:00Z", { person: ben.id, side: "before", lastBorneBy: ana.id }),
    slot("2027-01-07T18:30:00Z", "2027-01-07T19:30:00Z", { person: ana.id, side: "after", lastBorneBy: null }),
  ],
};

/** Ana's early morning, as the last time. */
export const again: CheckIn = {
  ...offered,
  offered: [
    slot("2027-01-05T07:00:00Z", "2027-01-05T08:00:00Z", { person: ana.id, side: "before", lastBorneBy: ana.id }),
  ],
};

/** What the check-in is like once this happened to it. */
const after: Partial<Record<NewsKind, CheckIn>> = {
  "slot-lost": { ...chosen, status: "needs-you", slot: null, bookingId: null },
  "cannot-book": { ...chosen, status: "needs-you", slot: null, bookingId: null },
  cancelled,
  "cancelled-in-outlook": cancelled,
  "declined-in-outlook": { ...booked, status: "needs-you", declined: [ben.id] },
  "guests-changed-in-outlook": { ...booked, guests: 2 },
  "link-removed-in-outlook": { ...booked, event: booked.event && { ...booked.event, joinUrl: null } },
  "organiser-left": { ...booked, status: "needs-you", event: null, slot: null },
  answered: { ...ended, status: "missed", settledBy: ben.id },
};

/** Where it was before, by what happened. */
const before: Partial<Record<NewsKind, CheckIn["slot"]>> = {
  moved: slot("2027-01-05T15:00:00Z", "2027-01-05T16:00:00Z"),
  "moved-in-outlook": slot("2027-01-05T15:00:00Z", "2027-01-05T16:00:00Z"),
  "length-changed-in-outlook": slot("2027-01-06T11:00:00Z", "2027-01-06T11:45:00Z"),
  "slot-lost": slot("2027-01-06T11:00:00Z", "2027-01-06T12:00:00Z"),
};

const byNews = newsKinds.map((kind) => [
  `news: ${kind}`,
  newsCard(about(after[kind] ?? booked), { kind, by: ben.id, was: before[kind] ?? null }, links, inLondon),
]);

const counts: Partial<Record<CohortBookingStatus, typeof ready.counts>> = {
  looking: { ...ready.counts, looking: 6, can: 6 },
  running: running.counts,
  paused: running.counts,
  done: { ...ready.counts, can: 0, booked: 12 },
  undoing: { ...ready.counts, can: 0, undoing: 3, undone: 9 },
  undone: { ...ready.counts, can: 0, undone: 12 },
};

const byBooking = cohortBookingStatuses.map((status) => [
  `cohort booking: ${status}`,
  cohortBookingCard({ ...ready, status, counts: counts[status] ?? ready.counts }, links, inLondon),
]);

/** One of each card that the bot draws, in every state that looks different. */
export const everyCard: Readonly<Record<string, Card>> = {
  slots: slotsCard(about(offered), inLondon),
  "slots that are due": slotsCard(about(offered), inLondon, true),
  "slots for three": slotsCard(trio, inLondon),
  "slots that stretch": slotsCard(about(stretched), inLondon),
  "slots a second time": slotsCard(about(again), inLondon),
  "slots a second time, as Ben sees them": slotsCard({ checkIn: again, me: ben, partners: [ana] }, inLondon),
  "slots to move to": slotsCard(about({ ...booked, offered: offered.offered }), inLondon),
  "on its way": onItsWayCard(about(chosen), inLondon),
  "on its way to another day": onItsWayCard(about(moving), inLondon),
  receipt: receiptCard(about(booked), inLondon),
  "receipt with notes": receiptCard(about({ ...booked, appInChat: "refused", recordingOff: "refused" }), inLondon),
  "no slots": noSlotsCard(
    about(offered),
    {
      ok: false,
      reason: "all-common-hours-taken",
      unreadable: [],
      openings: [
        { kind: "shorter", minutes: 30 },
        { kind: "later", from: Date.parse("2027-01-18T09:00:00Z") },
        { kind: "same-person-again", person: ana.id },
      ],
    },
    inLondon,
  ),
  "no slots, unreadable": noSlotsCard(
    about(offered),
    { ok: false, reason: "calendar-unreadable", unreadable: [ben.id], openings: [] },
    inLondon,
  ),
  "no slots, only the same person": noSlotsCard(
    about(offered),
    {
      ok: false,
      reason: "only-the-same-person-again",
      unreadable: [],
      openings: [{ kind: "same-person-again", person: ben.id }],
    },
    inLondon,
    { around: "2027-01-07", minutes: 45 },
  ),
  "no slots, taken for the same person too": noSlotsCard(
    about(booked),
    { ok: false, reason: "only-the-same-person-again", unreadable: [], openings: [] },
    inLondon,
  ),
  "no slots, of somebody unreadable": noSlotsCard(
    about(offered),
    { ok: false, reason: "calendar-unreadable", unreadable: [], openings: [] },
    inLondon,
  ),
  "no slots, no hour": noSlotsCard(
    about(offered),
    { ok: false, reason: "no-hour-in-common", unreadable: [], openings: [] },
    inLondon,
  ),
  ...Object.fromEntries(byNews),
  "news: only longer": newsCard(
    about(booked),
    { kind: "moved", by: ana.id, was: slot("2027-01-06T11:00:00Z", "2027-01-06T11:45:00Z") },
    links,
    inLondon,
  ),
  "day before": reminderCard(
    about({ ...booked, slot: slot("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z") }),
    "day-before",
    links,
    inLondon,
  ),
  "ten minutes before": reminderCard(
    about({ ...booked, slot: slot("2026-11-23T12:10:00Z", "2026-11-23T13:10:00Z") }),
    "ten-minutes-before",
    links,
    inLondon,
  ),
  "how it went": howItWentCard(about(ended), links, inLondon),
  "how it went, for three": howItWentCard({ checkIn: ended, me: ana, partners: [ben, chidi] }, links, inLondon),
  "how it went, as the session says": howItWentCard(
    about({ ...ended, status: "held", settledBy: ben.id }),
    links,
    inLondon,
  ),
  "they met": answeredCard(about({ ...ended, status: "held", settledBy: ana.id }), links, inLondon),
  "they met, all three": answeredCard(
    { checkIn: { ...ended, status: "held", settledBy: ana.id }, me: ana, partners: [ben, chidi] },
    links,
    inLondon,
  ),
  "taps kept": reflectedCard(about(ended), "kept", links, inLondon),
  "taps shared": reflectedCard(about(ended), "shared", links, inLondon),
  "taps revealed": reflectedCard(about(ended), "revealed", links, inLondon),
  greeting: greetingCard(inLondon),
  "held on the spot": receiptCard(about({ ...ended, bookingId: null, event: null }), inLondon),
  "ask to cancel": askToCancelCard(about(booked), inLondon),
  "ask to stop looking": askToCancelCard(about(offered), inLondon),
  cancelling: cancellingCard(about({ ...cancelled, bookingId: "still" }), inLondon),
  "connection broken": connectionBrokenCard(links, inLondon),
  "connect first": connectFirstCard("A calendar isn't connected.", links, inLondon),
  ...Object.fromEntries(byBooking),
  "cohort booking: undo?": askToUndoCard(running, inLondon),
  "nothing booked": nextCheckInCard(
    { checkIn: null, me: ana, partners: [ben], nextBooker: ben.id, lostBecause: null },
    links,
    inLondon,
    "Book our next check-in",
  ),
  overview: overviewCard(overview, inLondon),
  "overview of few": overviewCard({ ...overview, recent: null }, inLondon),
  "quiet pairs": quietPairsCard(
    Array.from({ length: 90 }, (_, at) => [`Ana ${at} Moreau`, `Ben ${at} Okafor`]),
    inLondon,
  ),
  "which cohort": whichCohortCard("Which?", ["A", "B", "C", "D"], (name) => `How is ${name}?`, inLondon),
  plain: plainCard("What I can do", ["One thing."], [], inLondon),
};
