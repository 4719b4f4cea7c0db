import type { IntentPhrases } from "../../intents.ts";

export const undoCohortBooking: IntentPhrases = {
  offer: null,
  phrases: [
    "undo the booking",
    "undo the booking for the cohort",
    "undo booking",
    "undo the first check-ins",
    "take the booking back",
    "take back the booking",
    "take the first check-ins back",
    "reverse the booking",
    "roll the booking back",
    "revert the booking",
    "undo all of the booking",
    "undo everything that was booked",
    "cancel the booking for the cohort",
    "cancel all first check-ins",
    "cancel the first check-ins for the cohort",
    "call the whole booking off",
    "can you undo the booking",
    "undo booking the cohort",
    "undo booking first check-ins",
    "take all the first check-ins out of the calendars",
  ],
};
