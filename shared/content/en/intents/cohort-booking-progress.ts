import type { IntentPhrases } from "../../intents.ts";

export const cohortBookingProgress: IntentPhrases = {
  offer: "How far is the booking?",
  phrases: [
    "how far is the booking",
    "how far is the booking for the cohort",
    "how far along is the booking",
    "how far along are the first check-ins",
    "how far has the booking got",
    "how is the booking going",
    "how is the booking doing",
    "progress of the booking",
    "booking progress",
    "booking status",
    "show me the booking",
    "show me how far the booking is",
    "is the booking done",
    "is the booking finished",
    "has the booking finished",
    "are the first check-ins booked",
    "how many first check-ins are booked",
    "how many check-ins are booked so far",
    "what is the state of the booking",
    "is the booking still running",
    "where does the booking stand",
  ],
};
