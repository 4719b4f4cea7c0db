import type { Theme } from "../../../domain/prompt.ts";
import { and, belongingTo, inWords } from "./words.ts";

const themes: Readonly<Record<Theme, string>> = {
  self: "Self",
  partnership: "Partnership",
  "work-and-power": "Work and power",
  difference: "Difference",
  growth: "Growth",
};

/** Words of the meeting's side panel. Everyone reads the same, so it names people and never says "you" for one of them. */
export const panel = {
  pageTitle: "Counterpoint session",
  themes,
  sessionAndStage: (number: number, stage: string) => `Session ${number} · ${stage}`,
  round: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  session: (number: number) => `Session ${number}`,
  opens: (name: string) => `${name} opens`,
  themeAndMinutes: (theme: string, minutes: number) => `${theme} · ${minutes} min`,

  arriveQuestion: "What are you coming from, and what can wait for an hour?",
  isHere: (name: string) => `${name} is here`,
  notHereYet: (name: string) => `${name} isn’t here yet`,
  agreedTitle: "What we agreed",
  nothingAgreed:
    "You haven’t written your agreement yet. Agreeing what stays between you is a good first conversation.",
  recording: "We can’t know whether this meeting is being recorded. Check together.",
  begin: "Begin",

  chooseTitle: (offered: number) => (offered === 1 ? "One prompt" : "Two prompts"),
  eitherPicks: (everyone: number) => (everyone > 2 ? "Any of you picks." : "Either of you picks."),
  promptsLabel: "Prompts",
  noPrompts: "There is no prompt left to offer here. Talk about what matters most today.",
  offerOthers: "Offer two others",
  openForAll: (everyone: number) => (everyone > 2 ? "Open it for all three" : "Open it for both"),
  pickFirst: "Choose a prompt first.",

  turn: (name: string) => `${belongingTo(name)} turn`,
  listens: (name: string) => `${name} listens`,
  thenAsks: (names: readonly string[]) => `Then one question${names.length > 1 ? " each" : ""} from ${and(names)}.`,
  changeOver: "Change over",
  thatWasAll: (everyone: number) => (everyone > 2 ? "That’s all three of us" : "That’s both of us"),
  questions: "Questions to ask next",
  questionsLead: (names: readonly string[]) => `One of these, or one of your own, from ${and(names)}.`,
  lighterOrMoveOn: "A lighter way, or move on",
  lighterTitle: "A lighter way to ask it",
  moveOnTitle: "Move on",
  moveOnLead: "No reason needed, and nobody is named.",
  moveOn: "Leave this one and move on",
  agreement: "Our agreement",
  endHere: "End the session here",
  endHereLead: "Anyone may pause or stop. Ending here counts as having met.",

  closeHeader: "Before you go",
  closeTitle: "What does each of you take with you today?",
  closeLead: (opener: string) => `${opener} first. A sentence each is enough.`,
  weMet: "We met",

  overTitle: "Thank you both",
  overTitleOfThree: "Thank you all",
  overSentence: (number: number) => `Session ${inWords(number)} is held. What was said stays with you.`,
  writeInJournal: "Write a line in my journal",
  journalAudience: "Only you, until you share it.",

  notReached: "That didn’t reach Counterpoint. Nothing has moved; try again in a moment.",
  reconnecting: "Reconnecting. What you see may be a moment old.",
  endedTitle: "This session is closed to you",
  endedSentence: "Open the panel again from your check-in’s meeting.",
  noSessionTitle: "No session in this meeting",
  noSession:
    "In your check-in’s meeting, this panel shows everyone the same prompt and whose turn it is. Open that meeting and come back.",
  notInMeetingTitle: "Open this in your check-in’s meeting",
  lookAgain: "Look again",

  say: {
    arrive: (arrived: readonly string[]) =>
      arrived.length > 1 ? `${and(arrived)} are here.` : `${and(arrived)} is here.`,
    choose: (round: number, rounds: number) => `Round ${round} of ${rounds}: two prompts to choose from.`,
    speak: (prompt: string, speaker: string) => `${prompt} ${belongingTo(speaker)} turn.`,
    turn: (speaker: string, listeners: readonly string[]) =>
      `${belongingTo(speaker)} turn. ${and(listeners)} ${listeners.length > 1 ? "listen, then ask" : "listens, then asks"} one question.`,
    close: "The prompts are done. Say what each of you takes along.",
    over: "The session is over. Thank you.",
  },
};
