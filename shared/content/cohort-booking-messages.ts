import { cohortBooking } from "./en/tab/cohort-booking.ts";
import { inLanguage } from "./in-language.ts";

export type CohortBookingMessages = typeof cohortBooking;

/** What a cohort's booking says, in the reader's language (BCP 47). */
export const cohortBookingMessages = (locale: string): CohortBookingMessages =>
  inLanguage({ en: cohortBooking }, locale);
