import { sentence } from "./in-words.ts";

const pairs = (count: number) => (count === 1 ? "1 pair" : `${count} pairs`);
const checkIns = (count: number) => (count === 1 ? "1 check-in" : `${count} check-ins`);
const cannot = (count: number) =>
  count === 0 ? "" : ` ${pairs(count)} can't be booked yet; the list says why, pair by pair.`;

/** What the bot tells a coordinator who books first check-ins for a cohort: counts, and never whose calendar is how. */
export const cohortBooking = {
  title: (cohort: string) => `First check-ins, ${cohort}`,
  looking: (looked: number, all: number) =>
    all === 0
      ? "Looking for pairs that have no check-in yet. Nothing is booked."
      : `Looking for times: ${looked} of ${pairs(all)} so far. Nothing is booked until you say so.`,
  ready: (can: number, none: number) =>
    can === 0
      ? `No pair can be booked just now.${cannot(none)}`
      : `${sentence(pairs(can))} can be booked. Nothing is in a calendar yet.${cannot(none)}`,
  running: (done: number, all: number) => `Booking: ${done} of ${checkIns(all)} are in the calendars.`,
  paused: (done: number, all: number) =>
    `Resting: ${done} of ${checkIns(all)} are in the calendars. Nothing more happens until you resume.`,
  done: (done: number, none: number) =>
    `Done: ${checkIns(done)} ${done === 1 ? "is" : "are"} in the calendars.${cannot(none)}`,
  undoing: (left: number) => `Taking back: ${checkIns(left)} to go. Everyone invited hears of it from Outlook.`,
  undone: "Taken back: nothing of this booking stands in a calendar any more.",
  discarded: "Set aside: nothing was booked.",
  openList: "See list",
  confirm: "Book them",
  pause: "Pause",
  resume: "Resume",
  undo: "Undo",
  undoSentence: (count: number) =>
    `This cancels ${checkIns(count)}, and Outlook tells everyone invited. What pairs have booked themselves stays.`,
  yesUndo: (count: number) => `Take back ${checkIns(count)}`,
  discard: "Set aside",
  lookAgain: "Look again",
  begin: "Book first check-ins",
  none: (cohort: string) => `No first check-ins have been booked for ${cohort} from here yet.`,
  askBook: (cohort: string) => `Book the first check-ins for ${cohort}`,
  askProgress: (cohort: string) => `How far is the booking for ${cohort}?`,
  askPause: (cohort: string) => `Pause the booking for ${cohort}`,
  askResume: (cohort: string) => `Resume the booking for ${cohort}`,
  askUndo: (cohort: string) => `Undo the booking for ${cohort}`,
} as const;
