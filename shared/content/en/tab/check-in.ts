import { and, asSentence, belongingTo, inWords } from "./words.ts";

/** Which end of a day a time lies at that stretches somebody's working day, by that person's clock. */
export type PartOfDay = "early" | "evening" | "other";

/** A person as a reason names them: `null` for the reader. */
type Whose = string | null;

const your = (who: Whose) => (who === null ? "your" : belongingTo(who));
const yours = (who: Whose) => (who === null ? "yours" : belongingTo(who));
const parts: Readonly<Record<PartOfDay, (whose: string) => string>> = {
  early: (whose) => `${whose} early morning`,
  evening: (whose) => `${whose} evening`,
  other: (whose) => `outside ${whose} working day`,
};
const calendars = (everyone: number) => (everyone > 2 ? "every calendar" : "both calendars");

/** Where was looked: around a day that somebody named, or as far as usual. */
const searched = (isAroundDay: boolean) => (isAroundDay ? "around that day" : "in the coming weeks");

/** Words about a check-in on Home: its times, and what can happen to it. Times and dates come in already told on the reader's clock. */
export const checkIn = {
  insideWorkingDays: (everyone: number) =>
    everyone > 2 ? `Inside all ${inWords(everyone)} working days` : "Inside both your working days",
  stretchLast: (part: PartOfDay, bearer: Whose, boreLast: Whose) =>
    asSentence(`${parts[part](your(bearer))} this time, ${yours(boreLast)} last time`),
  stretchNext: (part: PartOfDay, bearer: Whose, bearsNext: Whose) =>
    asSentence(`${parts[part](your(bearer))} this time, ${yours(bearsNext)} next time`),
  stretchAlone: (part: PartOfDay, bearer: Whose) =>
    asSentence(`${parts[part](your(bearer))} this time, somebody else’s next time`),

  stretchAgain: (part: PartOfDay, bearer: Whose) =>
    asSentence(
      `${parts[part](your(bearer))} again, as last time${bearer === null ? "" : `. Only ${bearer} can choose it`}`,
    ),

  noHourInCommon: (isAroundDay: boolean) => `Your working days share no hour ${searched(isAroundDay)}.`,
  allHoursTaken: (isAroundDay: boolean) => `Every hour you share is taken ${searched(isAroundDay)}.`,
  onlySamePerson: (bearer: Whose) => `The only hours you share would stretch ${your(bearer)} day again, as last time.`,
  onlySamePersonTaken:
    "The only hours you share would stretch the same person’s day as last time, and something is in each of them.",
  unreadable: (calendarsOf: readonly string[]) =>
    `${and(calendarsOf.map(belongingTo))} calendar${calendarsOf.length > 1 ? "s" : ""} can’t be read just now, so nobody can tell what is free there.`,
  someUnreadable: "A calendar can’t be read just now, so nobody can tell what is free there.",
  openingUnreadable: "Look again in a while. If it stays so, whoever runs your calendars can say why.",
  openingNone: "Free an hour in Outlook, or talk about which hours could stretch, and look again.",
  shorterOne: (minutes: number) => `A shorter one: ${minutes} minutes`,
  shorterSentence: "That would fit as your calendars are now.",
  laterFrom: (day: string) => `Later: from ${day}`,
  laterSentence: "There may be times again from then on. Your calendars are read anew first.",
  dayAgain: (bearer: Whose) => asSentence(`${your(bearer)} day again`),
  dayAgainSentence: (bearer: Whose) =>
    bearer === null
      ? "Shows those hours. Only you can choose one."
      : `Shows those hours. Only ${bearer} can choose one.`,

  dayAt: (day: string, time: string) => `${day} at ${time}`,
  move: "Move",
  moveTo: "Move to",
  moveTitle: "Move it to one of these",
  moveSentence: (when: string) => `${when} stands until you choose.`,
  keepTime: (when: string) => `Keep ${when}`,
  movingTitle: (when: string) => `Moving to ${when}…`,
  movingSentence: (from: string, everyone: number) =>
    `From ${from}, in ${calendars(everyone)}. You can leave this page.`,
  lengtheningTitle: (minutes: number) => `Changing to ${minutes} minutes…`,
  lengtheningSentence: (everyone: number) =>
    `The start stays as it is, in ${calendars(everyone)}. You can leave this page.`,

  changeLength: "Change length",
  lengthLabel: "How long shall it be?",
  lengthChoice: (minutes: number) => `${minutes} minutes`,
  otherLength: "Another length",
  otherLengthLabel: "Length in minutes",
  lengthHint: (least: number, most: number, step: number) => `From ${least} to ${most}, in steps of ${inWords(step)}.`,
  lengthProblem: (least: number, most: number, step: number) =>
    `Choose a length from ${least} to ${most} minutes, in steps of ${inWords(step)}.`,
  lengthReaders: (partners: readonly string[]) =>
    `The start stays. ${and(partners)} ${partners.length > 1 ? "see" : "sees"} the new end in Outlook.`,
  keepLength: (minutes: number) => `Keep ${minutes} minutes`,

  cancel: "Cancel",
  cancelTitle: "Cancel this check-in",
  cancelSentence: (everyone: number) => `It leaves ${calendars(everyone)}. It uses up nobody’s turn.`,
  cancelOnTheSpot: "It stands in no calendar, and uses up nobody’s turn.",
  noteLabel: "A note (optional)",
  noteReaders: (partners: readonly string[]) =>
    `${and(partners)} ${partners.length > 1 ? "read" : "reads"} this with the cancellation.`,
  keepIt: "Keep it",
  cancelledOnTheSpot: "Cancelled.",
  cancelled: (everyone: number) => `Cancelled. It leaves ${calendars(everyone)} within a moment.`,

  declinedTitle: (names: readonly string[]) => `${and(names)} declined in Outlook`,
  youDeclinedTitle: "You declined in Outlook",
  standsStill: (when: string, calendarsOf: readonly string[]) =>
    `${when}: the event still stands in ${and(calendarsOf.map(belongingTo))} calendar${calendarsOf.length > 1 ? "s" : ""}.`,
  standsInYours: (when: string) => `${when}: the event still stands in your calendar.`,
  standsSomewhere: (when: string) => `${when}: the event itself still stands in Outlook.`,
  needsYou: "This check-in needs one of you to decide. The event still stands in Outlook.",
  findAnother: "Find another time",
  anotherTitle: "Other times",

  onTheSpot: "Held on the spot, in a meeting that one of you linked. It stands in no calendar.",
  noLink: "There is no Teams link in Outlook for this one. Agree where to talk.",
  guests: (count: number) =>
    count === 1
      ? "Someone else is invited in Outlook."
      : `${asSentence(inWords(count))} others are invited in Outlook.`,
  guestsSee: "Nothing of your pair is shown to others.",
  addByHand: "Counterpoint isn’t in this meeting’s chat yet. Two steps add it:",
  addSteps: ["Open the meeting’s chat and choose the plus sign above it.", "Look for Counterpoint, and add it."],
  recording: "Counterpoint can’t tell whether this meeting is recorded. Please leave recording off.",
  recordingOff: "Recording and transcription are off.",

  didYouMeet: (day: string) => `Did you meet on ${day}?`,
  didYouMeetSentence: (everyone: number) =>
    everyone > 2
      ? "All of you are asked the same, and the first answer counts."
      : "Both of you are asked the same, and the first answer counts.",
  weMet: "We met",
  weDidNot: "We didn’t",
  moveIt: "Move it",
  metSaid: "Kept: you met.",
  missedSaid: "Kept. It uses up nobody’s turn.",
  saidMet: (who: Whose, day: string) => `${who ?? "You"} said that you met on ${day}.`,
  saidMissed: (who: Whose, day: string) => `${who ?? "You"} said that you didn’t meet on ${day}.`,
  metAfterAll: "We met after all",

  exportFile: "Add these to another calendar (.ics)",
  exportNote: "Only when, and a link to join. No names.",
  exported: "The file is ready: check-ins.ics.",
};
