import type { Part } from "../../../domain/session/session.ts";
import { themes, topics } from "./prompts-named.ts";
import { and, belongingTo } from "./words.ts";

const partNames: Readonly<Record<Part, string>> = {
  since: "Since last time",
  prompts: "Prompts",
  exercise: "Exercise",
  appreciate: "Appreciations",
  learn: "What each learned",
  book: "Next check-in",
};

const wayTo: Readonly<Record<Part, string>> = {
  since: "Begin",
  prompts: "On to the prompts",
  exercise: "On to the exercise",
  appreciate: "On to appreciations",
  learn: "What did each of us learn?",
  book: "Book the next check-in",
};

const both = (everyone: number) => (everyone > 2 ? "all" : "both");
const is = (names: readonly string[]) => (names.length > 1 ? "are" : "is");

/** Words of the meeting's side panel as it first loads. Screens that are the same for everyone name people and never say "you" for one. */
export const panel = {
  pageTitle: "Counterpoint session",
  themes,
  labels: topics,
  partNames,
  partsTitle: "Parts of the session",
  session: (number: number) => `Session ${number}`,
  sessionAndStage: (number: number, stage: string) => `Session ${number} · ${stage}`,
  round: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  opens: (name: string) => `${name} opens`,
  hereYouAre: "Here is where you are",
  wayOn: (part: Part | null) => (part === null ? "End the session" : wayTo[part]),

  arriveQuestion: "What are you coming from, and what can wait for an hour?",
  isHere: (name: string) => `${name} is here`,
  notHereYet: (name: string) => `${name} isn’t here yet`,
  agreedTitle: "What we agreed",
  nothingAgreed:
    "You haven’t written your agreement yet. Agreeing what stays between you is a good first conversation.",
  recording: "We can’t know whether this meeting is being recorded. Check together.",

  sinceTitle: "What came of last time?",
  sinceTitleFirst: "What made you say yes to this?",
  unevenLine: "Some talks end before everyone has had a full turn. Is there anything from last time to come back to?",
  carryOverLabel: "What I bring from last time",
  carryOverLabelFirst: "A thought to begin with",
  share: (partners: readonly string[]) => `Share with ${and(partners)}`,
  keepForMe: "Keep it to myself",
  sharedWith: (partners: readonly string[]) => `You and ${and(partners)}, from now on`,
  onlyYou: "Only you",
  onlyYouUntilShared: "Only you, until you share it",
  brings: (name: string) => `${name} brings`,
  lastLearnedTitle: "What each learned last time",

  chooseTitle: (offered: number, everyone: number) =>
    offered < 2 ? "One prompt to take" : everyone > 2 ? "Any of you picks one" : "Either of you picks one",
  left: "Leaving this one. Two others:",
  promptsLabel: "Prompts",
  noPrompts: "There is no prompt left to offer here. Talk about what matters most today.",
  themeAndMinutes: (theme: string, minutes: number, topics: readonly string[]) =>
    [theme, `${minutes} min`, ...topics].join(" · "),
  broughtBy: (name: string) => `${name} brought this`,
  swapOne: "Swap this one",
  offerOthers: "Two others",
  openForAll: (everyone: number) => (everyone > 2 ? "Open it for all three" : "Open it for both"),
  pickFirst: "Choose a prompt first.",

  whoTitle: "Who has more authority here?",
  whoLead: (everyone: number) =>
    `If ${everyone > 2 ? "all of you" : "you both"} name the same person, that person shares first and suggests last.`,
  whoMe: "I have",
  whoOther: (name: string) => `${name} has`,
  noDifference: "No difference here",
  whoReaders: "Only you. Only the order will show.",
  whoAnswer: "That’s my answer",
  whoFirstPick: "Choose one of them first.",
  skipWho: "Skip this and take turns",
  waitingFor: (names: readonly string[]) => `Waiting for ${and(names)}. No hurry.`,
  answerKept: "Your answer is in.",
  changeAnswer: "Change my answer",

  turn: (name: string) => `${belongingTo(name)} turn`,
  listens: (name: string) => `${name} listens`,
  asksNow: (name: string) => `${name} asks`,
  answers: (name: string) => `${name} answers`,
  hasSpoken: (name: string) => name,
  thenAsks: (names: readonly string[]) => `Then one question${names.length > 1 ? " each" : ""} from ${and(names)}.`,
  timeYouNeed: "Take the time you need.",
  sharesFirst: (name: string) => `${name} shares first and suggests last.`,
  lighterHere: "The lighter way in",
  nowQuestion: (names: readonly string[]) =>
    names.length > 1 ? "Now a question each" : `Now ${belongingTo(names[0] ?? "")} question`,
  changeOver: "Change over",
  thatWasAll: (everyone: number) => (everyone > 2 ? "That’s all three of us" : "That’s both of us"),
  askTitle: (names: readonly string[]) => (names.length > 1 ? "One question each" : `One question from ${names[0]}`),
  askLead: "To understand, not to fix.",
  questions: "Some questions to borrow",
  swapOrLeave: "Swap or leave",
  swapOrLeaveTitle: "Swap, leave or move on",
  agreement: "Our agreement",
  notes: "My notes",
  ring: "Ring",
  stage: "Stage",
  onStage: "Show on the stage",
  notStaged: "It couldn’t be put on the stage. Nothing is lost; it stays here.",

  exerciseHeader: "Exercise",
  minutes: (minutes: number) => `${minutes} min`,
  stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  together: "Together",
  inTurn: (names: readonly string[]) => `In turn: ${names.join(", ")}`,
  previousStep: "Step back",
  nextStep: "Next step",
  swapExercise: "Swap or go lighter",
  noExercise: "No exercise today",
  noExerciseLead: "Nothing suits just now. Take the time for what is still open between you.",

  appreciateTitle: (partners: readonly string[]) =>
    `What did ${partners.length > 1 ? partners.join(" or ") : partners[0]} do today that helped you?`,
  learnTitle: "What did you learn today?",
  appreciateTogether: (anything: boolean) => (anything ? "What helped" : "Nothing was written this time"),
  learnTogether: (anything: boolean) => (anything ? "What each learned" : "Nothing was written this time"),
  sayAloud: "Say it aloud instead, or leave it. Both are fine.",
  onceAllFinished: (partners: readonly string[]) =>
    `You and ${and(partners)}, once ${both(partners.length + 1)} have finished`,
  nobodyElse: (partners: readonly string[]) => `You and ${and(partners)}, nobody else`,
  fromTo: (from: string, to: readonly string[]) => `${from} to ${and(to)}`,
  finished: "I have finished",
  finishedWithout: "Go on without writing",
  partnersWrite: (names: readonly string[]) => `${and(names)} ${is(names)} writing too. No hurry.`,
  partnersFinished: (names: readonly string[]) =>
    `${and(names)} ${names.length > 1 ? "have" : "has"} finished. No hurry.`,
  writeMore: "Write a little more",
  goOnNow: "Go on without waiting",

  saving: "Keeping…",
  kept: "Kept",
  notYetKept: "On this device. It will be kept once you are connected.",
  joinedWords: "You also wrote on another device. Both texts are here, the newest below.",
  tooLong: (over: number) =>
    `${over} ${over === 1 ? "character" : "characters"} too long to keep. Shorten it a little.`,

  notReached: "That hasn’t reached Counterpoint yet.",
  away: "No connection. What you typed and tapped is kept, and goes out by itself.",
  closeLayer: "Back to the session",
  nowStep: (words: string) => `Now: ${words}`,
  endedTitle: "This session is closed to you",
  endedSentence: "Open the panel again from your check-in’s meeting.",
  noSessionTitle: "No session in this meeting",
  noSession:
    "In your check-in’s meeting, this panel shows everyone the same prompt and whose turn it is. Open that meeting and come back.",
  notInMeetingTitle: "Open this in your check-in’s meeting",
  lookAgain: "Look again",

  /** What a screen reader hears when something moved: one sentence each. */
  say: {
    arrive: (arrived: readonly string[]) => `${and(arrived)} ${is(arrived)} here.`,
    since: "Since last time: what came of it?",
    choose: (round: number, rounds: number) => `Round ${round} of ${rounds}: prompts to choose from.`,
    left: "Leaving this one. Two other prompts.",
    whoFirst: "Who has more authority here? Each answers privately.",
    speak: (prompt: string, speaker: string) => `${prompt} ${belongingTo(speaker)} turn.`,
    turn: (speaker: string, listeners: readonly string[]) =>
      `${belongingTo(speaker)} turn. ${and(listeners)} ${listeners.length > 1 ? "listen, then ask" : "listens, then asks"} one question.`,
    ask: (listeners: readonly string[]) =>
      listeners.length > 1 ? `A question each from ${and(listeners)}.` : `A question from ${and(listeners)}.`,
    lighter: (prompt: string) => `The lighter way in: ${prompt}`,
    exercise: (title: string) => `Exercise: ${title}.`,
    exerciseStep: (step: number, text: string) => `Step ${step}: ${text}`,
    appreciate: "Appreciations: each writes apart.",
    learn: "What did each learn today? Each writes apart.",
    together: "Everyone has finished. Here is what was written.",
    someoneFinished: (names: readonly string[]) => `${and(names)} ${names.length > 1 ? "have" : "has"} finished.`,
    shared: (name: string) => `${name} shares what came of last time.`,
    book: "The prompts are done. When do you meet next?",
    over: "The session is over. Thank you.",
    away: "No connection. What you typed is kept.",
    back: "Connected again.",
    where: (words: string) => `Here is where you are: ${words}`,
    staged: "The prompt is on the stage.",
    unstaged: "The stage is clear.",
  },
};
