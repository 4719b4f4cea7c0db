import type { BotMessages } from "../../../shared/content/bot-messages.ts";
import type { CohortId } from "../../../shared/domain/cohort.ts";
import type { BookingSteer, CohortBookingId } from "../../../shared/domain/cohort-booking.ts";
import { execute } from "../cards/card.ts";
import { askToUndoCard, type CohortBookingShown, cohortBookingCard } from "../cards/cohort-booking-card.ts";
import { noteCard } from "../cards/plain-card.ts";
import { type Reply, show, showCohortBooking } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";
import { refused } from "./refused.ts";
import { withCohort } from "./which-cohort.ts";

const draw = (shown: CohortBookingShown, turn: Turn): Reply =>
  showCohortBooking(cohortBookingCard(shown, turn.links, turn.reader), shown.id);

/** Begins to look for first check-ins; where that is under way already, shows how far it is. */
export async function beginBooking(turn: Turn, cohortId: CohortId): Promise<Reply> {
  const { useCases, by } = turn;
  const begun = await useCases.beginCohortBooking({ by, cohortId });
  if (begun.ok) return draw(begun.value, turn);
  if (begun.refusal !== "cohort-is-being-booked") return refused(begun.refusal, turn);
  const latest = await useCases.readLatestCohortBooking({ by, cohortId });
  return latest.ok && latest.value.booking ? draw(latest.value.booking, turn) : refused(begun.refusal, turn);
}

/** Steers a booking; where it has moved on meanwhile, shows where it stands. */
export async function steerBooking(turn: Turn, cohortBookingId: CohortBookingId, steer: BookingSteer): Promise<Reply> {
  const { useCases, by } = turn;
  const steered = await useCases.steerCohortBooking({ by, cohortBookingId, steer });
  if (steered.ok) return draw(steered.value, turn);
  if (steered.refusal !== "not-at-this-point-of-booking") return refused(steered.refusal, turn);
  const present = await useCases.readCohortBooking({ by, cohortBookingId });
  return present.ok ? draw(present.value, turn) : refused(steered.refusal, turn);
}

/** "Book the first check-ins for Spring 2027": looks first, and books nothing before a yes. */
export const bookCohort: Answer = (turn, wish) =>
  withCohort(turn, wish, turn.reader.words.cohortBooking.askBook, ({ id }) => beginBooking(turn, id));

type Words = BotMessages["cohortBooking"];

/** Something about the cohort's latest booking; where there is none, the way to begin one. */
const aboutLatest =
  (
    ask: (words: Words) => (cohort: string) => string,
    then: (turn: Turn, shown: CohortBookingShown) => Promise<Reply>,
  ): Answer =>
  (turn, wish) => {
    const { reader, useCases, by } = turn;
    const words = reader.words.cohortBooking;
    return withCohort(turn, wish, ask(words), async ({ id, name }) => {
      const latest = await useCases.readLatestCohortBooking({ by, cohortId: id });
      if (!latest.ok) return refused(latest.refusal, turn);
      if (latest.value.booking) return then(turn, latest.value.booking);
      const begin = execute("begin-cohort-booking", { cohortId: id }, words.begin);
      return show(noteCard([words.none(name)], [begin], reader));
    });
  };

/** "How far is the booking?" */
export const cohortBookingProgress: Answer = aboutLatest(
  ({ askProgress }) => askProgress,
  (turn, shown) => Promise.resolve(draw(shown, turn)),
);

/** "Pause the booking" */
export const pauseCohortBooking: Answer = aboutLatest(
  ({ askPause }) => askPause,
  (turn, { id }) => steerBooking(turn, id, "pause"),
);

/** "Resume the booking" */
export const resumeCohortBooking: Answer = aboutLatest(
  ({ askResume }) => askResume,
  (turn, { id }) => steerBooking(turn, id, "resume"),
);

const undoable: ReadonlySet<string> = new Set(["running", "paused", "done"]);

/** "Undo the booking": asks first, as it cancels what stands in people's calendars. */
export const undoCohortBooking: Answer = aboutLatest(
  ({ askUndo }) => askUndo,
  (turn, shown) =>
    Promise.resolve(undoable.has(shown.status) ? show(askToUndoCard(shown, turn.reader)) : draw(shown, turn)),
);
