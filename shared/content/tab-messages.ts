import { about } from "./en/tab/about.ts";
import { checkIn } from "./en/tab/check-in.ts";
import { cohortBooking } from "./en/tab/cohort-booking.ts";
import { connection } from "./en/tab/connection.ts";
import { everyView } from "./en/tab/every-view.ts";
import { home } from "./en/tab/home.ts";
import { journal } from "./en/tab/journal.ts";
import { panel } from "./en/tab/panel.ts";
import { programme } from "./en/tab/programme.ts";

export type AboutMessages = typeof about;
export type CheckInMessages = typeof checkIn;
export type CohortBookingMessages = typeof cohortBooking;
export type ConnectionMessages = typeof connection;
export type EveryViewMessages = typeof everyView;
export type HomeMessages = typeof home;
export type JournalMessages = typeof journal;
export type PanelMessages = typeof panel;
export type ProgrammeMessages = typeof programme;

/** One entry a language, by its two letters. English is always there and stands in for what is not. */
type Catalogue<Messages> = { readonly en: Messages } & Readonly<Record<string, Messages>>;

const inLanguage = <Messages>(catalogue: Catalogue<Messages>, locale: string): Messages =>
  catalogue[locale.slice(0, 2).toLowerCase()] ?? catalogue.en;

/** The tab's words by page, in the reader's language (BCP 47). One function a page, so that a page loads its own words only. */
export const everyViewMessages = (locale: string): EveryViewMessages => inLanguage({ en: everyView }, locale);
export const homeMessages = (locale: string): HomeMessages => inLanguage({ en: home }, locale);
export const checkInMessages = (locale: string): CheckInMessages => inLanguage({ en: checkIn }, locale);
export const cohortBookingMessages = (locale: string): CohortBookingMessages =>
  inLanguage({ en: cohortBooking }, locale);
export const connectionMessages = (locale: string): ConnectionMessages => inLanguage({ en: connection }, locale);
export const programmeMessages = (locale: string): ProgrammeMessages => inLanguage({ en: programme }, locale);
export const journalMessages = (locale: string): JournalMessages => inLanguage({ en: journal }, locale);
export const aboutMessages = (locale: string): AboutMessages => inLanguage({ en: about }, locale);
export const panelMessages = (locale: string): PanelMessages => inLanguage({ en: panel }, locale);
