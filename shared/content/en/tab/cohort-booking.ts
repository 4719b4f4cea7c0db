import type { CohortBookingStatus, PairBookingReason, PairBookingStatus } from "../../../domain/cohort-booking.ts";
import { and } from "./words.ts";

const pairs = (count: number) => (count === 1 ? "1 pair" : `${count} pairs`);
const checkIns = (count: number) => (count === 1 ? "1 check-in" : `${count} check-ins`);

const statuses: Readonly<Record<PairBookingStatus, string>> = {
  looking: "Looking",
  can: "Can be booked",
  cannot: "Can’t be booked",
  booking: "On its way",
  booked: "Booked",
  undoing: "Being taken back",
  undone: "Taken back",
};

const reasons: Readonly<Record<PairBookingReason, string>> = {
  "already-booked": "Has a check-in already.",
  "calendar-unreadable": "A calendar can’t be read just now.",
  "no-mailbox": "Someone has no mailbox in Outlook.",
  "outside-the-organisation": "Someone’s mailbox is outside the organisation.",
  "no-time-in-common": "No time in common in the coming weeks.",
  "time-was-taken": "The time was taken meanwhile.",
  "outlook-refused": "Outlook refused the booking.",
  "undone-by-the-pair": "The pair has taken it into its own hands.",
};

const titles: Readonly<Record<CohortBookingStatus, string>> = {
  looking: "Looking for times",
  ready: "Ready when you are",
  running: "Booking",
  paused: "Paused",
  done: "Done",
  undoing: "Taking back",
  undone: "Taken back",
  discarded: "Set aside",
};

/** Words of the page on which a coordinator books first check-ins for a cohort. Counts and names; nothing about anybody's calendar. */
export const cohortBooking = {
  pageTitle: "Book first check-ins",
  title: (cohort: string) => `First check-ins, ${cohort}`,
  titleAlone: "First check-ins",
  back: "Run the programme",
  open: "Book first check-ins",
  lead: "Counterpoint looks for a time for every pair that has no check-in yet, shows you the list, and books when you say so.",
  begin: "Look for times",
  beginNote: "Nothing is booked yet.",
  beginAgain: "Look again",
  beginAgainNote: "For pairs that have no check-in yet.",
  statuses,
  verdict: (status: string) => `${status}.`,
  reasons,
  titles,
  looked: (done: number, all: number) => `${done} of ${pairs(all)} looked at`,
  booked: (done: number, all: number) => `${done} of ${pairs(all)} booked`,
  left: (done: number, all: number) => `${done} of ${pairs(all)} taken back`,
  lookingSentence: "Nothing is booked until you say so. You can leave this page; it goes on by itself.",
  readySentence: (can: number, cannot: number) =>
    `${can === 0 ? "No pair can be booked just now." : `${pairs(can)} can be booked. Nothing is in a calendar yet.`}${cannot === 0 ? "" : ` ${pairs(cannot)} can’t, and the list says why.`}`,
  runningSentence: "You can leave this page; it goes on by itself.",
  pausedSentence: "Nothing more happens until you resume. What is booked stands.",
  doneSentence: (booked: number, cannot: number) =>
    `${checkIns(booked)} ${booked === 1 ? "is" : "are"} in the calendars.${cannot === 0 ? "" : ` ${pairs(cannot)} couldn’t be booked; the list says why.`}`,
  undoingSentence: "The check-ins leave the calendars, and Outlook tells everyone invited.",
  undoneSentence: "Nothing of this booking stands in a calendar any more, but for what pairs have made their own.",
  confirm: (count: number) => `Book ${checkIns(count)}`,
  pause: "Pause",
  resume: "Resume",
  discard: "Set aside",
  undo: "Undo",
  undoTitle: (count: number) => `Take back ${checkIns(count)}?`,
  undoSentence:
    "Each one is cancelled in both calendars, and Outlook tells both partners. What pairs have moved or booked themselves stays.",
  undoYes: (count: number) => `Take back ${checkIns(count)}`,
  keep: "Keep them",
  listTitle: "Pairs",
  filter: "Show",
  all: "All pairs",
  filtered: (status: string, count: number) => `${status} (${count})`,
  columns: { pair: "Pair", status: "Where it stands", when: "When" },
  pair: (names: readonly string[]) => and(names),
  when: (day: string, time: string) => `${day}, ${time}`,
  whenNote: "Times on your clock.",
  none: "No pair stands here just now.",
  earlier: "Earlier pairs",
  later: "More pairs",
  page: (first: number, last: number) => `Pairs ${first} to ${last}`,
  promise: "You see when a check-in is and that it stands. Nothing of anybody’s calendar is shown.",
};
