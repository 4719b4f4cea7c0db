import { bookNextCheckIn } from "./en/intents/book-next-check-in.ts";
import { cohortOverview } from "./en/intents/cohort-overview.ts";
import { hello } from "./en/intents/hello.ts";
import { help } from "./en/intents/help.ts";
import { quietPairs } from "./en/intents/quiet-pairs.ts";
import { seeGoals } from "./en/intents/see-goals.ts";
import { seeNextCheckIn } from "./en/intents/see-next-check-in.ts";
import { seePrivacy } from "./en/intents/see-privacy.ts";
import { seeWhoOpens } from "./en/intents/see-who-opens.ts";
import { thanks } from "./en/intents/thanks.ts";
import { beforeDays, courtesies, fillers, roundWords, sameAs, standIns } from "./en/intents/vocabulary.ts";
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
  "see-who-opens",
  "see-goals",
  "write-journal",
  "see-privacy",
  "cohort-overview",
  "quiet-pairs",
  "help",
  "hello",
  "thanks",
] as const;
export type IntentId = (typeof intentIds)[number];

/** A language's way of asking: the phrases, the words that fold together, and those that hardly count. */
export interface Language {
  readonly intents: Readonly<Record<IntentId, IntentPhrases>>;
  readonly courtesies: readonly string[];
  readonly fillers: readonly string[];
  readonly sameAs: Readonly<Record<string, readonly string[]>>;
  readonly roundWords: readonly string[];
  readonly beforeDays: readonly string[];
  readonly standIns: { readonly cohort: string; readonly partner: string };
}

const en: Language = {
  intents: {
    "book-next-check-in": bookNextCheckIn,
    "see-next-check-in": seeNextCheckIn,
    "see-who-opens": seeWhoOpens,
    "see-goals": seeGoals,
    "write-journal": writeJournal,
    "see-privacy": seePrivacy,
    "cohort-overview": cohortOverview,
    "quiet-pairs": quietPairs,
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
};

const byLanguage: Readonly<Record<string, Language>> = { en };

/** How people ask in the reader's language; English where the language is not there. */
export const languageOf = (locale: string): Language => byLanguage[locale.slice(0, 2).toLowerCase()] ?? en;
