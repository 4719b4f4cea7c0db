import type { IntentId } from "../../../shared/content/intents.ts";
import type { Answer } from "./answer.ts";
import { weDidNotMeet, weMet } from "./answer-check-in.ts";
import { bookNextCheckIn } from "./book-next-check-in.ts";
import { cancelCheckIn } from "./cancel-check-in.ts";
import { changeLength } from "./change-length.ts";
import {
  bookCohort,
  cohortBookingProgress,
  pauseCohortBooking,
  resumeCohortBooking,
  undoCohortBooking,
} from "./cohort-booking.ts";
import { moveCheckIn } from "./move-check-in.ts";
import { seeGoals, seePrivacy, writeJournal } from "./private-places.ts";
import { cohortOverview, quietPairs } from "./see-cohort.ts";
import { seeNextCheckIn } from "./see-next-check-in.ts";
import { seeWhoOpens } from "./see-who-opens.ts";
import { hello, help, suggest, thanks } from "./suggest.ts";

/** The answer to each wish. */
export const answers: Readonly<Record<IntentId, Answer>> = {
  "book-next-check-in": bookNextCheckIn,
  "see-next-check-in": seeNextCheckIn,
  "move-check-in": moveCheckIn,
  "cancel-check-in": cancelCheckIn,
  "change-length": changeLength,
  "we-met": weMet,
  "we-did-not-meet": weDidNotMeet,
  "see-who-opens": seeWhoOpens,
  "see-goals": seeGoals,
  "write-journal": writeJournal,
  "see-privacy": seePrivacy,
  "cohort-overview": cohortOverview,
  "quiet-pairs": quietPairs,
  "book-cohort": bookCohort,
  "cohort-booking-progress": cohortBookingProgress,
  "pause-cohort-booking": pauseCohortBooking,
  "resume-cohort-booking": resumeCohortBooking,
  "undo-cohort-booking": undoCohortBooking,
  help,
  hello,
  thanks,
};

/** What is done where no wish was recognised. */
export const otherwise: Answer = suggest;
