import type { CohortBooking, CohortBookingCounts, CohortBookingStatus } from "../../../shared/domain/cohort-booking.ts";
import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { ask, type Card, type CardAction, execute, open } from "./card.ts";
import { plainCard } from "./plain-card.ts";

/** A booking for a cohort, as its coordinator sees it. */
export interface CohortBookingShown extends Pick<CohortBooking, "id" | "cohortId" | "status"> {
  readonly cohortName: string;
  readonly counts: CohortBookingCounts;
}

/** How far a booking for a cohort is, in words and counts, with what can be done at this point. Names are on the page. */
export function cohortBookingCard(
  shown: CohortBookingShown,
  links: Pick<Links, "cohortBooking">,
  reader: CardReader,
): Card {
  const { cohortBooking } = reader.words;
  const list = shown.status === "discarded" ? [] : [open(links.cohortBooking(shown.cohortId), cohortBooking.openList)];
  return plainCard(
    cohortBooking.title(shown.cohortName),
    [progress(shown, reader)],
    [...steps[shown.status](shown, reader), ...list].slice(0, 3),
    reader,
  );
}

function progress({ status, counts }: CohortBookingShown, { words: { cohortBooking } }: CardReader): string {
  const { looking, can, cannot, booking, booked, undoing } = counts;
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const wanted = can + booking + booked;
  const sentences: Readonly<Record<CohortBookingStatus, string>> = {
    looking: cohortBooking.looking(sum - looking, sum),
    ready: cohortBooking.ready(can, cannot),
    running: cohortBooking.running(booked, wanted),
    paused: cohortBooking.paused(booked, wanted),
    done: cohortBooking.done(booked, cannot),
    undoing: cohortBooking.undoing(booked + booking + undoing),
    undone: cohortBooking.undone,
    discarded: cohortBooking.discarded,
  };
  return sentences[status];
}

type Steps = (shown: CohortBookingShown, reader: CardReader) => readonly CardAction[];

const confirm: Steps = ({ id, counts }, { words: { cohortBooking } }) =>
  counts.can === 0
    ? []
    : [execute("steer-cohort-booking", { cohortBookingId: id, steer: "confirm" }, cohortBooking.confirm)];

const discard: Steps = ({ id }, { words: { cohortBooking } }) => [
  execute("steer-cohort-booking", { cohortBookingId: id, steer: "discard" }, cohortBooking.discard),
];

const pause: Steps = ({ id }, { words: { cohortBooking } }) => [
  execute("steer-cohort-booking", { cohortBookingId: id, steer: "pause" }, cohortBooking.pause),
];

const resume: Steps = ({ id }, { words: { cohortBooking } }) => [
  execute("steer-cohort-booking", { cohortBookingId: id, steer: "resume" }, cohortBooking.resume),
];

const lookAgain: Steps = ({ cohortId }, { words: { cohortBooking } }) => [
  execute("begin-cohort-booking", { cohortId }, cohortBooking.lookAgain),
];

const undo: Steps = (shown, reader) => {
  const { cohortBooking } = reader.words;
  const count = standing(shown);
  if (count === 0) return [];
  return [ask(cohortBooking.undo, cohortBooking.undoSentence(count), yesUndo(shown, reader))];
};

const steps: Readonly<Record<CohortBookingStatus, Steps>> = {
  looking: discard,
  ready: (shown, reader) => [...confirm(shown, reader), ...discard(shown, reader)],
  running: (shown, reader) => [...pause(shown, reader), ...undo(shown, reader)],
  paused: (shown, reader) => [...resume(shown, reader), ...undo(shown, reader)],
  done: (shown, reader) => [...undo(shown, reader), ...(shown.counts.cannot > 0 ? lookAgain(shown, reader) : [])],
  undoing: () => [],
  undone: lookAgain,
  discarded: lookAgain,
};

/** Asks whether all of it is really to be taken back. */
export function askToUndoCard(shown: CohortBookingShown, reader: CardReader): Card {
  const { cohortBooking } = reader.words;
  return plainCard(
    cohortBooking.title(shown.cohortName),
    [cohortBooking.undoSentence(standing(shown))],
    [yesUndo(shown, reader)],
    reader,
  );
}

const yesUndo = (shown: CohortBookingShown, { words: { cohortBooking } }: CardReader): CardAction =>
  execute("steer-cohort-booking", { cohortBookingId: shown.id, steer: "undo" }, cohortBooking.yesUndo(standing(shown)));

/** How many check-ins of it stand, or may soon stand, in calendars. */
const standing = ({ counts }: CohortBookingShown): number => counts.booked + counts.booking;
