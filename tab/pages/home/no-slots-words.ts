import type { CheckInMessages } from "../../../shared/content/tab-messages.ts";
import { shortDay } from "../../../shared/content/when.ts";
import type { NoSlotsView, TimesWanted } from "../../../shared/contract/check-ins.ts";
import type { Home, PairHome } from "../../../shared/contract/home.ts";
import { memberOf, namesOf } from "../../components/people.ts";

type Members = PairHome["members"];
type Reader = Pick<Home["person"], "id" | "locale" | "timeZone">;

/** What one tap changes about a search that found nothing. */
export interface WayOut {
  readonly kind: NoSlotsView["openings"][number]["kind"];
  readonly label: string;
  readonly sentence: string;
  readonly wanted: TimesWanted;
}

const whose = (id: string, members: Members, { id: me }: Reader): string | null =>
  id === me ? null : memberOf(members, id).name;

/** Why there is no time where it was looked. */
export function whyNot(
  { reason, unreadable, openings }: NoSlotsView,
  { around }: Pick<TimesWanted, "around">,
  members: Members,
  reader: Reader,
  say: CheckInMessages,
): string {
  switch (reason) {
    case "no-hour-in-common":
      return say.noHourInCommon(around !== undefined);
    case "all-common-hours-taken":
      return say.allHoursTaken(around !== undefined);
    case "only-the-same-person-again": {
      const again = openings.find((one) => one.kind === "same-person-again");
      return again ? say.onlySamePerson(whose(again.person, members, reader)) : say.onlySamePersonTaken;
    }
    case "calendar-unreadable": {
      const names = namesOf(members.filter(({ id }) => unreadable.includes(id)));
      return names.length > 0 ? say.unreadable(names) : say.someUnreadable;
    }
  }
}

/** What would open a time, each with what to ask for then: the same as before but for one thing. */
export const waysOut = (
  { openings }: NoSlotsView,
  asked: TimesWanted,
  members: Members,
  reader: Reader,
  say: CheckInMessages,
): readonly WayOut[] =>
  openings.map((one): WayOut => {
    const { others: _, ...before } = asked;
    switch (one.kind) {
      case "shorter":
        return {
          kind: one.kind,
          label: say.shorterOne(one.minutes),
          sentence: say.shorterSentence,
          wanted: { ...before, minutes: one.minutes },
        };
      case "later":
        return {
          kind: one.kind,
          label: say.laterFrom(shortDay(one.from, reader)),
          sentence: say.laterSentence,
          wanted: { ...before, around: dayOf(one.from, reader) },
        };
      case "same-person-again": {
        const bearer = whose(one.person, members, reader);
        return {
          kind: one.kind,
          label: say.dayAgain(bearer),
          sentence: say.dayAgainSentence(bearer),
          wanted: { ...before, evenAgain: true },
        };
      }
    }
  });

/** What to do where nothing is known that would open a time; `null` where something is. */
export function usualWay({ reason, openings }: NoSlotsView, say: CheckInMessages): string | null {
  if (openings.length > 0) return null;
  return reason === "calendar-unreadable" ? say.openingUnreadable : say.openingNone;
}

/** "2026-12-14", as the reader's calendar has it. */
const dayOf = (instant: string, { timeZone }: Reader): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );
