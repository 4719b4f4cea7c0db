import type { ReflectionAnswer } from "../../../domain/reflection.ts";
import { asSentence, inWords } from "./words.ts";

const answers: Readonly<Record<ReflectionAnswer, string>> = { yes: "Yes", partly: "Partly", "not-today": "Not today" };

/** Words of a session's end: booking the next, and a way out of the meeting. Times come in already told on the reader's clock. */
export const panelEnd = {
  bookHeader: "Next check-in",
  youMet: (number: number) => `Session ${inWords(number)} is held`,
  bookTitle: "When do you meet next?",
  bookingFallsTo: (name: string, everyone: number) =>
    `This booking falls to ${name}. ${everyone > 2 ? "Any of you" : "Either of you"} may do it.`,
  find: "Find a time",
  looking: (everyone: number) => `Reading ${everyone > 2 ? "every calendar" : "both calendars"}…`,
  slotsTitle: (everyone: number) => (everyone > 2 ? "Times that suit all of you" : "Times that suit you both"),
  slot: (day: string, time: string) => `${day}, ${time}`,
  book: "Book",
  otherTimes: "Other times",
  notNow: "Not now",
  noTime: "No time suits everyone in the coming weeks. Home shows why, and what would open one.",
  bookedTitle: (day: string, time: string) => `${day} at ${time}`,
  onItsWay: "On its way into the calendars…",
  booked: (everyone: number) => `It is in ${everyone > 2 ? "every calendar" : "both calendars"}.`,
  lost: "That time was lost on its way. Choose another.",
  opensNext: (name: string) => `${name} opens next time.`,
  finish: "Finish",

  overTitle: (everyone: number) => (everyone > 2 ? "Thank you all" : "Thank you both"),
  overSentence: (number: number) =>
    `${asSentence(`session ${inWords(number)}`)} is held. What was said stays with you.`,
  feltHeard: "Did you feel heard?",
  roomToSpeak: "Was there room for you to speak?",
  answers,
  onlyYou: "Only you",
  shareOnce: (partners: readonly string[]) =>
    partners.length > 1 ? `Share once all ${inWords(partners.length + 1)} do` : `Share once ${partners[0]} does too`,
  whoSees: "Who sees these two",
  revealedTitle: "Shared by everyone",
  revealedLine: (name: string, heard: string, room: string) => `${name}: heard, ${heard}; room to speak, ${room}`,
  unanswered: "not said",
  toDraft: "To my journal draft",
  draftReaders: "Only you, until you share it",
};
