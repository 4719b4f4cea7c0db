import type { IntentPhrases } from "../../intents.ts";

export const pauseCohortBooking: IntentPhrases = {
  offer: null,
  phrases: [
    "pause the booking",
    "pause the booking for the cohort",
    "pause booking",
    "pause the first check-ins",
    "please pause the booking for now",
    "hold the booking",
    "put the booking on hold",
    "stop the booking for now",
    "stop the booking",
    "halt the booking",
    "wait with the booking",
    "interrupt the booking",
    "suspend the booking",
    "rest the booking",
    "can you pause the booking",
    "pause booking first check-ins",
    "pause booking the cohort",
    "freeze the booking",
    "give the booking a break",
    "let the booking rest",
    "rest from booking",
  ],
};
