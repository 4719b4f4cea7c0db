import type { IntentPhrases } from "../../intents.ts";

export const cancelCheckIn: IntentPhrases = {
  offer: "Cancel our check-in",
  phrases: [
    "cancel our check-in",
    "cancel our next check-in",
    "cancel it",
    "cancel the check-in with my partner",
    "call off our check-in",
    "call it off",
    "please cancel the meeting",
    "I want to cancel",
    "we have to cancel",
    "I need to cancel our check-in",
    "take our check-in out of the calendars",
    "remove our check-in from my calendar",
    "our check-in is off",
    "unbook our check-in",
    "we won't meet this time, cancel it",
    "drop our next check-in",
    "skip our next check-in",
    "let's skip this one",
    "cancel this check-in",
    "cancel the booking of our check-in",
    "cancel our next session with my partner",
  ],
};
