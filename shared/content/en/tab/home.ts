import type { GoalState } from "../../../domain/goal.ts";
import { and, asSentence, belongingTo, inWords } from "./words.ts";

const settled: Readonly<Record<Exclude<GoalState, "open">, string>> = { done: "Done", "let-go": "Let go" };

/** Words of the Home page. Times and dates come in already told on the reader's clock. */
export const home = {
  pageTitle: "Home",
  greeting: {
    morning: (name: string) => `Good morning, ${name}`,
    afternoon: (name: string) => `Good afternoon, ${name}`,
    evening: (name: string) => `Good evening, ${name}`,
  },

  yearLabel: "The year’s six sessions",
  held: "held on",

  nextTitle: (day: string, time: string, partners: readonly string[]) => `${day} at ${time}, with ${and(partners)}`,
  timeFor: (time: string, name: string) => `${time} for ${name}`,
  dayAndTimeFor: (day: string, time: string, name: string) => `${day}, ${time} for ${name}`,
  session: (number: number) => `session ${inWords(number)}`,
  minutes: (minutes: number) => `${minutes} minutes`,
  details: (parts: readonly string[]) => asSentence(parts.join(" · ")),
  opens: (name: string) => `${name} opens this time.`,
  join: "Join",
  prepare: "Prepare · 2 min",
  reflect: "Reflect on it",

  findTitle: (partners: readonly string[]) => `Find a time with ${and(partners)}`,
  bookingFallsTo: (name: string, everyone: number) =>
    `Booking falls to ${name} this time. ${everyone > 2 ? "Any of you" : "Either of you"} may do it.`,
  find: "Find a time",
  finding: "Looking in both calendars…",
  findingOfThree: "Looking in all three calendars…",
  slotsTitle: (everyone: number) => (everyone > 2 ? "Times that suit all three of you" : "Times that suit you both"),
  slot: (day: string, time: string) => `${day}, ${time}`,
  book: "Book",
  lookAgain: "Look again",
  otherTimes: "Other times",
  lost: {
    taken:
      "Something else came into a calendar first, so that time was not booked. Nothing stands in Outlook. Ask for times again.",
    refused: (booker: string, others: readonly string[]) =>
      `Outlook didn’t take the booking from ${belongingTo(booker)} calendar, and nothing was booked. If ${and(others)} ${others.length > 1 ? "take" : "takes"} a time instead, it goes in from there; otherwise whoever looks after your mailboxes can help.`,
    unknown: "That time didn’t reach your calendars, and nothing was booked. Ask for times again.",
  },
  bookingTitle: (day: string, time: string) => `Booking ${day} at ${time}…`,
  bookingWithoutTime: "Booking…",
  bookingSentence: "It is on its way into every calendar. You can leave this page; it goes on by itself.",
  restingTitle: (partners: readonly string[]) => `You and ${and(partners)} are pausing`,
  restingSentence: "Nothing is booked while you pause. Your goals and journals stay as they are.",
  overTitle: (partners: readonly string[]) => `Your year with ${and(partners)} is complete`,
  overSentence: "Your goals and your journal stay here to read.",

  goalsTitle: "Our goals",
  noGoals:
    "A goal is something one of you, or both, would like to be different by the end of the year. Begin with one.",
  mine: "Mine",
  ours: "Ours",
  theirs: (name: string) => belongingTo(name),
  whose: "Whose goal is it?",
  next: (step: string) => `Next: ${step}`,
  why: (why: string) => `Why: ${why}`,
  review: "Review",
  addGoal: "Add a goal",
  newGoalTitle: "A new goal",
  editGoalTitle: "Edit this goal",
  goalLabel: "What should be different?",
  goalMissing: "Say in a few words what should be different.",
  whyLabel: "Why does it matter?",
  nextStepLabel: "What is the next step?",
  reviewLabel: "When shall we look at it again?",
  optional: (label: string) => `${label} (optional)`,
  keepGoal: "Keep goal",
  keepChanges: "Keep changes",
  cancel: "Cancel",
  edit: "Edit",
  done: "Done",
  letGo: "Let go",
  openAgain: "Open again",
  settled,
  finishedGoals: (count: number) => `Finished goals (${count})`,
  goalSaid: {
    added: "The goal is kept.",
    edited: "The changes are kept.",
    done: "Marked as done. It moved to the finished goals.",
    "let-go": "Let go. It moved to the finished goals.",
    open: "The goal is open again.",
  },

  journalTitle: "My journal",
  oneLine: "One line for today",
  oneLinePlaceholder: "What stayed with you?",
  oneLineAudience: "Only you, until you share it.",
  keepLine: "Keep",
  lineKept: "Kept. Only you can read it.",
  allEntries: "All entries",

  prompts: "Read the prompts",
  promptsNote: "Read ahead, and bring one to a session.",

  noPairTitle: "Your pair begins here",
  noPair: "Once you are matched, this page shows when you meet next, the goals of the two of you, and your journal.",
  noPairNext: "Until then there is nothing to do. Whoever runs the programme will be in touch.",
};
