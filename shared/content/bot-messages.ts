import { answers } from "./en/bot/answers.ts";
import { booking } from "./en/bot/booking.ts";
import { checkIns } from "./en/bot/check-ins.ts";
import { cohortBooking } from "./en/bot/cohort-booking.ts";
import { cohorts } from "./en/bot/cohorts.ts";
import { connection } from "./en/bot/connection.ts";
import { greeting, reflecting } from "./en/bot/reflecting.ts";
import { rhythm } from "./en/bot/rhythm.ts";
import { troubles } from "./en/bot/troubles.ts";

const en = { booking, checkIns, rhythm, reflecting, greeting, connection, answers, cohorts, cohortBooking, troubles };

/** Everything the bot says, by subject. */
export type BotMessages = typeof en;

const byLanguage: Readonly<Record<string, BotMessages>> = { en };

/** What the bot says in the reader's language; English where the language is not there. */
export const botMessages = (locale: string): BotMessages => byLanguage[locale.slice(0, 2).toLowerCase()] ?? en;
