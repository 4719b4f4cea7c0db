import { bookCohort } from "./en/intents/book-cohort.ts";
import { bookNextCheckIn } from "./en/intents/book-next-check-in.ts";
import { cancelCheckIn } from "./en/intents/cancel-check-in.ts";
import { changeLength } from "./en/intents/change-length.ts";
import { cohortBookingProgress } from "./en/intents/cohort-booking-progress.ts";
import { cohortOverview } from "./en/intents/cohort-overview.ts";
import { hello } from "./en/intents/hello.ts";
import { help } from "./en/intents/help.ts";
import { moveCheckIn } from "./en/intents/move-check-in.ts";
import { pauseCohortBooking } from "./en/intents/pause-cohort-booking.ts";
import { quietPairs } from "./en/intents/quiet-pairs.ts";
import { resumeCohortBooking } from "./en/intents/resume-cohort-booking.ts";
import { seeGoals } from "./en/intents/see-goals.ts";
import { seeNextCheckIn } from "./en/intents/see-next-check-in.ts";
import { seePrivacy } from "./en/intents/see-privacy.ts";
import { seeWhoOpens } from "./en/intents/see-who-opens.ts";
import { thanks } from "./en/intents/thanks.ts";
import { undoCohortBooking } from "./en/intents/undo-cohort-booking.ts";
import { beforeDays, courtesies, fillers, lengths, roundWords, sameAs, standIns } from "./en/intents/vocabulary.ts";
import { weDidNotMeet } from "./en/intents/we-did-not-meet.ts";
import { weMet } from "./en/intents/we-met.ts";
import { writeJournal } from "./en/intents/write-journal.ts";

/** How people say one thing, and the words on the button that offers it (`null` for what needs no button). */
export interface IntentPhrases {
  readonly offer: string | null;
  readonly phrases: readonly string[];
}

/** Everything that can be asked in the chat. */
export const intentIds = [
  "book-next-check-in",
  "see-next-check-in",
  "move-check-in",
  "cancel-check-in",
  "change-length",
  "we-met",
  "we-did-not-meet",
  "see-who-opens",
  "see-goals",
  "write-journal",
  "see-privacy",
  "cohort-overview",
  "quiet-pairs",
  "book-cohort",
  "cohort-booking-progress",
  "pause-cohort-booking",
  "resume-cohort-booking",
  "undo-cohort-booking",
  "help",
  "hello",
  "thanks",
] as const;
export type IntentId = (typeof intentIds)[number];

/** How a language names lengths of time, in minutes. */
export interface LengthWords {
  readonly whole: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, number>>;
  readonly notAfter: readonly string[];
  readonly beside: readonly string[];
}

/** A language's way of asking: the phrases, the words that fold together, and those that hardly count. */
export interface Language {
  readonly intents: Readonly<Record<IntentId, IntentPhrases>>;
  readonly courtesies: readonly string[];
  readonly fillers: readonly string[];
  readonly sameAs: Readonly<Record<string, readonly string[]>>;
  readonly roundWords: readonly string[];
  readonly beforeDays: readonly string[];
  readonly standIns: { readonly cohort: string; readonly partner: string; readonly length: string };
  readonly lengths: LengthWords;
}

const en: Language = {
  intents: {
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
  },
  courtesies,
  fillers,
  sameAs,
  roundWords,
  beforeDays,
  standIns,
  lengths,
};

const byLanguage: Readonly<Record<string, Language>> = { en };

/** How people ask in the reader's language; English where the language is not there. */
export const languageOf = (locale: string): Language => byLanguage[locale.slice(0, 2).toLowerCase()] ?? en;
