import type { IntentPhrases } from "../../intents.ts";

export const bookCohort: IntentPhrases = {
  offer: "Book the first check-ins",
  phrases: [
    "book the first check-ins",
    "book the first check-ins for the cohort",
    "book first check-ins",
    "book all first check-ins",
    "book first check-ins for everyone in the cohort",
    "book a first check-in for every pair",
    "book a check-in for every pair",
    "book check-ins for all pairs",
    "book check-ins for the whole cohort",
    "schedule the first check-ins for the cohort",
    "arrange first check-ins for all pairs",
    "put the first check-ins into the calendars",
    "get every pair their first check-in",
    "find first times for all pairs",
    "start booking the first check-ins",
    "start the booking for the cohort",
    "begin the booking for the cohort",
    "book the whole cohort",
    "book the cohort",
    "look for first check-ins for the cohort",
    "set up the first check-ins for the pairs",
  ],
};
