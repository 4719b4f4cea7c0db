/** What the bot says when something is in the way. */
export const troubles = {
  wentWrong: (incident: string) =>
    `Something went wrong on our side, and nothing was lost. Please try again; if it stays so, quote ${incident}.`,
  unavailable: (incident: string) =>
    `We can't reach our records just now. Nothing was lost; please try again in a moment. If it stays so, quote ${incident}.`,
  cardNotUnderstood: "This button is from an older message. Ask me again and I show you where things stand.",
  whoAreYou: "Teams didn't tell me who you are, so I can't answer here. Open this chat from your work account.",
  oneToOne: "I answer one to one, so that what is yours stays yours. Let's talk in our own chat.",
  openChat: "Open our chat",
  wordsOnly: "I read words only. Write what you would like, or ask for help.",
  stillLooking: "Still looking. The answer comes into this chat in a moment.",
} as const;
