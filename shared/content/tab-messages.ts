import { about } from "./en/tab/about.ts";
import { checkIn } from "./en/tab/check-in.ts";
import { connection } from "./en/tab/connection.ts";
import { home } from "./en/tab/home.ts";
import { journal } from "./en/tab/journal.ts";
import { programme } from "./en/tab/programme.ts";
import { inLanguage } from "./in-language.ts";

export type AboutMessages = typeof about;
export type CheckInMessages = typeof checkIn;
export type ConnectionMessages = typeof connection;
export type HomeMessages = typeof home;
export type JournalMessages = typeof journal;
export type ProgrammeMessages = typeof programme;

/** The personal tab's words by page, in the reader's language (BCP 47). What the side panel says has files of its own, so that it loads no others. */
export const homeMessages = (locale: string): HomeMessages => inLanguage({ en: home }, locale);
export const checkInMessages = (locale: string): CheckInMessages => inLanguage({ en: checkIn }, locale);
export const connectionMessages = (locale: string): ConnectionMessages => inLanguage({ en: connection }, locale);
export const programmeMessages = (locale: string): ProgrammeMessages => inLanguage({ en: programme }, locale);
export const journalMessages = (locale: string): JournalMessages => inLanguage({ en: journal }, locale);
export const aboutMessages = (locale: string): AboutMessages => inLanguage({ en: about }, locale);
