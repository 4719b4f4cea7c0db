import { inWords, named } from "./in-words.ts";

/** What the bot says about a pair's next check-in, and where private things live. */
export const answers = {
  nextTitle: "Your next check-in",
  nothingBooked: (booker: string) => `Nothing is booked yet. Booking falls to ${booker}; either may do it.`,
  whoOpens: (number: number | null, opener: string, booker: string) =>
    `${opener} opens ${number === null ? "the next session" : `session ${inWords(number)}`}. The next booking falls to ${booker}. Both pass on by rule, so that they fall on each alike.`,
  goals: (partners: readonly string[]) =>
    partners.length === 0
      ? "Goals have their place on Home. I keep them out of this chat, as your organisation may keep chats."
      : `Your goals with ${named(partners)} are on Home, and only there. I keep them out of this chat, as your organisation may keep chats.`,
  journal:
    "Your journal has a page of its own. Write there rather than here: your organisation may keep chats, and in the journal only you read an entry until you share it.",
  privacyTitle: "Who can see what I write?",
  privacy: (partners: readonly string[]) => {
    const pair = partners.length === 0 ? "your partner" : named(partners);
    return [
      `Goals: you and ${pair}.`,
      `Journal: only you, or you and ${pair} where you share an entry. Changing it back takes it away.`,
      "Coordinators see that a pair has met, and at which stage it is. Never goals, journal or agreement.",
      "No coordinator or manager can read these. Whoever runs the server could be compelled to.",
      "This chat: your organisation may keep it. Private words belong in the app's own pages.",
    ];
  },
  openHome: "Open Home",
  openJournal: "Open Journal",
  helpTitle: "What I can do",
  helpForParticipant: [
    "I find times that suit everyone in the pair and put the check-in into the calendars.",
    "Tell me to move it, to cancel it, or how long it should be. Afterwards, tell me whether you met.",
    "Ask me when it is, who opens, or who can see what you write.",
    "What is private stays in the app's pages and out of this chat.",
  ],
  helpForCoordinator: [
    "I tell you how a cohort is going, in counts, and which pairs have not met for a while.",
    "I book the first check-ins for a whole cohort: I look first, and book nothing before you say so.",
    "I never know why, and I never see goals, journals or agreements.",
  ],
  hello: (name: string) => `Hello ${name}. What would help just now?`,
  thanks: (name: string) => `With pleasure, ${name}.`,
  notUnderstoodTitle: "I didn't quite follow",
  notUnderstood: "I answer a few plain requests and guess at nothing else. Did you mean one of these?",
  welcomeTitle: (name: string) => `Welcome, ${name}`,
  welcome: [
    "Counterpoint is for two people who mentor each other as equals.",
    "I book your check-ins into the calendars and tell you who opens.",
    "Goals and journal live in the app's pages, and I speak up only when it helps.",
  ],
} as const;
