import type { IntentPhrases } from "../../intents.ts";

export const weDidNotMeet: IntentPhrases = {
  offer: null,
  phrases: [
    "we didn't meet",
    "we did not meet",
    "no we didn't meet",
    "we haven't met",
    "we have not met",
    "we couldn't meet",
    "we missed our check-in",
    "we missed it",
    "we missed each other",
    "our check-in didn't happen",
    "it didn't happen",
    "it did not take place",
    "our check-in did not take place",
    "we didn't talk",
    "we didn't have our check-in",
    "we never met",
    "the session was not held",
    "our check-in was missed",
    "I missed our check-in",
    "my partner and I didn't meet",
    "I did not meet my partner",
    "mark our check-in as missed",
  ],
};
