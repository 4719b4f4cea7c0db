import type { CheckInView, SlotView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { ana, arriving, ben, chidi, later } from "../../tab/side-panel/testing/views.ts";
import type { Canned } from "./canned-server.ts";

/** Session three of Ana and Ben with both here, as Ana's panel reads it. */
export const begun: SessionView = later(arriving, {
  arrived: [ana.id, ben.id],
  agreementLines: [
    "What we say here stays with the two of us.",
    "We may both pass on any prompt, without a reason.",
    "Whoever opens also watches the time.",
  ],
});

/** The same with three of them: a third name wants room. */
export const ofThree: Partial<SessionView> = {
  members: [ana, ben, chidi],
  arrived: [ana.id, ben.id, chidi.id],
};

/** The same with names that are long. */
export const ofLongNames: Partial<SessionView> = {
  members: [
    { ...ana, name: "Konstantinos" },
    { ...ben, name: "Alexandrina" },
  ],
};

const hour = 60 * 60 * 1000;

/** An hour on a day in March, from the first Monday's on. */
export function slotAt(daysLater: number, stretch: SlotView["stretch"] = null): SlotView {
  const startsAt = Date.parse("2027-03-01T10:00:00Z") + daysLater * 24 * hour;
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hour).toISOString(), stretch };
}

/** The pair's next check-in, before anybody asked for times. */
export const wanted: CheckInView = {
  ...{ id: "next", number: 4, status: "asked", minutes: 60, opener: ana.id, booker: ben.id },
  ...{ offered: [], slot: null, joinUrl: null, movingTo: null, declined: [], guests: 0, settledBy: null },
  ...{ appInChat: "unknown", recordingOff: "unknown", lostBecause: null, isOnTheSpot: false },
};

/** Ana's Home with the pair's next check-in. */
export const homeWith = (next: CheckInView | null): Home => ({
  person: { id: ana.id, name: ana.name, locale: "en-GB", timeZone: ana.timeZone },
  coordinates: false,
  pair: {
    ...{ id: begun.pairId, status: "meeting", members: [ana, ben], cohortName: "Spring", minutes: 60, year: [], next },
    ...{ toAnswer: null, answered: null, toReflect: null, nextNumber: 4, nextOpener: ana.id, nextBooker: ben.id },
    ...{ goals: [], latestEntry: null },
  },
});

/** Ana's two taps, untouched. */
export const untouched: ReflectionView = {
  ...{ checkIn: wanted, pairId: begun.pairId, members: [ana, ben], revealed: [], draft: null },
  mine: { feltHeard: null, roomToSpeak: null, isShared: false },
};

/** What a panel of Ana's reads as the session begins. */
export const canned: Canned = { session: begun, words: [], home: homeWith(null), reflection: untouched };
