import type { PairBooking, PairBookingReason } from "../../../shared/domain/cohort-booking.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Availability, BusyTime, Interval } from "../../../shared/domain/slots/availability.ts";
import { findSlots } from "../../../shared/domain/slots/find-slots.ts";
import { lengthRules } from "../../../shared/domain/slots/length.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import { CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import type { Circumstances } from "../check-ins/circumstances.ts";
import { wantCheckIn } from "../check-ins/want-check-in.ts";
import type { Deps } from "../deps.ts";

export interface PairAround {
  readonly row: PairBooking;
  readonly circumstances: Circumstances | null;
}

/** The hours that this look has already found for people who are in several pairs. */
export type Given = Map<PersonId, readonly BusyTime[]>;

interface Look {
  readonly row: PairBooking;
  readonly circumstances: Circumstances;
  readonly window: Interval;
  readonly read: (person: PersonId) => Availability;
  readonly given: Given;
}

/** Finds the pair's hour, the first that suits both, or why there is none. @throws CalendarAway */
export async function lookAt(
  { directory, newId }: Pick<Deps, "directory" | "newId">,
  { row, circumstances, window, read, given }: Look,
): Promise<PairBooking> {
  const { members } = circumstances.pair;
  const people = members.map((member) => withGiven(read(member), given));
  const { minutes } = wantCheckIn(newId(), circumstances);
  const answer = findSlots({ people, minutes: possibleLength(minutes), window, lastStretched: null });
  if (!answer.ok)
    return cannot(
      row,
      answer.reason === "calendar-unreadable" ? await whyUnreadable(directory, answer.unreadable) : "no-time-in-common",
    );
  const [slot] = answer.slots;
  if (!slot) return cannot(row, "no-time-in-common");
  for (const member of members) given.set(member, [...(given.get(member) ?? []), busyWith(slot)]);
  return { ...row, status: "can", slot, reason: null };
}

/** The pair as one that can't be booked. */
export const cannot = (row: PairBooking, reason: PairBookingReason): PairBooking => ({
  ...row,
  status: "cannot",
  reason,
  slot: null,
});

/** The cohort's length, or the nearest that a check-in may have. */
const possibleLength = (minutes: number): number =>
  Math.min(lengthRules.most, Math.max(lengthRules.least, Math.round(minutes / lengthRules.step) * lengthRules.step));

function withGiven(read: Availability, given: Given): Availability {
  const more = given.get(read.person);
  return more && read.busy ? { ...read, busy: [...read.busy, ...more] } : read;
}

const busyWith = ({ startsAt, endsAt }: Slot): BusyTime => ({
  start: Temporal.Instant.from(startsAt).epochMilliseconds,
  end: Temporal.Instant.from(endsAt).epochMilliseconds,
  status: "busy",
});

/** Someone the directory doesn't know is outside; someone without a zone has no mailbox; else the calendar alone is closed. */
async function whyUnreadable(
  directory: Deps["directory"],
  unreadable: readonly PersonId[],
): Promise<PairBookingReason> {
  try {
    for (const person of unreadable) {
      const found = await directory.find(person);
      if (!found) return "outside-the-organisation";
      if (found.timeZone === null) return "no-mailbox";
    }
  } catch (problem) {
    if (!(problem instanceof CalendarRefused || problem instanceof NotConnected)) throw problem;
  }
  return "calendar-unreadable";
}
