import { named } from "./in-words.ts";

/** What the bot says once a session was held: two taps, and the way to what was noted. */
export const reflecting = {
  invitation: "Two taps, if you like.",
  feltHeard: "Did you feel heard?",
  roomToSpeak: "Did you have room to speak?",
  answers: { yes: "Yes", partly: "Partly", "not-today": "Not today" },
  /** A question with its choices, for whoever can't see them. */
  question: (question: string, choices: readonly string[]) => `${question} ${choices.join(", ")}.`,
  readers: (partners: readonly string[]) =>
    `Only you can read your answers. If you share, nobody reads them until ${named(partners)} ${partners.length === 1 ? "shares" : "share"} too, and then you read each other's together.`,
  keep: "Keep for me",
  share: (partners: readonly string[]) => `Share once ${named(partners)} ${partners.length === 1 ? "does" : "do"} too`,
  draft: "Your draft",
  nothingChosen: "Choose an answer to one of the two, or leave both: nothing is missing then.",
  kept: "✓ Kept for you",
  keptSentence: "Only you can read it. You can change it, or share it, on the page.",
  shared: (partners: readonly string[]) =>
    `✓ Shared once ${named(partners)} ${partners.length === 1 ? "does" : "do"} too`,
  sharedSentence: (partners: readonly string[]) =>
    `Until then only you can read it. ${named(partners)} ${partners.length === 1 ? "isn't" : "aren't"} told that you have chosen, and you can still change your mind.`,
  revealed: "✓ Shared between you",
  revealedSentence: "Everyone chose to share. You can read each other's answers on the page.",
  notesWait: "If you noted something during the session, it waits there too.",
  openPage: "Open the page",
} as const;

/** What stands once in the chat of a meeting in which nobody has opened the session. */
export const greeting = {
  title: "Open the session",
  sentences: [
    "It is in the side panel, beside your meeting.",
    "Two steps lead there: choose Apps in the bar at the top of the meeting, then Counterpoint. Where it isn't listed, add it there.",
    "I say this once.",
  ],
} as const;
