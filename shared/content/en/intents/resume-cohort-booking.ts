import type { IntentPhrases } from "../../intents.ts";

export const resumeCohortBooking: IntentPhrases = {
  offer: null,
  phrases: [
    "resume the booking",
    "resume the booking for the cohort",
    "resume booking",
    "resume the first check-ins",
    "continue the booking",
    "continue booking",
    "continue booking the first check-ins",
    "carry on with the booking",
    "carry on booking",
    "go on with the booking",
    "proceed with the booking",
    "restart the booking",
    "unpause the booking",
    "pick the booking up again",
    "keep booking",
    "can you continue the booking",
    "resume booking the cohort",
    "let the booking run on",
    "continue where the booking stopped",
    "please carry on with the booking",
  ],
};
