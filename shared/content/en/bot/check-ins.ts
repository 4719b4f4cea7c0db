import { inWords, named, sentence } from "./in-words.ts";
import { calendars, ofThem, together } from "./together.ts";

/** What the bot says about a check-in that stands, stood, or was to stand in the calendars. The same words for everyone in the pair. */
export const checkIns = {
  join: "Join",
  move: "Move",
  cancel: "Cancel",
  findAnother: "Find another time",
  cancelIt: "Cancel it",
  booked: "✓ Booked",
  bookedSentence: (people: number, hasTeamsMeeting: boolean) =>
    `It is in ${calendars(people)}, marked private${hasTeamsMeeting ? ", with a Teams meeting" : ""}.`,
  onTheSpot: "You are meeting now",
  onTheSpotSentence: "One of you linked this meeting to your session. It stands in no calendar.",
  noTeamsMeeting: "It has no Teams link. To meet in Teams, add one to the event in Outlook.",
  opens: (opener: string) => `${opener} opens.`,
  addByHand:
    "I couldn't add Counterpoint to the meeting's chat. Two steps do it: open the meeting's chat and choose the plus sign above it, then find Counterpoint and add it.",
  recording: "I couldn't switch recording off. Please leave it off when you meet.",
  moved: "✓ Moved",
  movedSentence: (people: number, was: string | null) =>
    `It is in ${calendars(people)} now${was === null ? "." : `. It was ${was}.`}`,
  lengthChanged: (minutes: number) => `✓ ${sentence(inWords(minutes))} minutes now`,
  lengthChangedSentence: (people: number, was: number) =>
    `${sentence(calendars(people))} say so now. It was ${inWords(was)} minutes; the start has not changed.`,
  moveLost: "It stays where it is",
  moveLostSentence: "Something else came into a calendar first, so it did not move. Nothing else has changed.",
  movedInOutlook: "Moved in Outlook",
  movedInOutlookSentence: (was: string | null) =>
    `${was === null ? "" : `It was ${was}. `}Counterpoint follows Outlook, so this is what counts.`,
  lengthInOutlook: "Changed in Outlook",
  lengthInOutlookSentence: (minutes: number, was: number | null) =>
    `It lasts ${inWords(minutes)} minutes now${was === null ? "" : `; it was ${inWords(was)}`}. Counterpoint follows Outlook.`,
  cancelled: "This check-in is cancelled",
  cancelledSentence: (people: number, was: string | null) =>
    `It is out of ${calendars(people)}${was === null ? "." : `. It was to be ${was}.`} It uses up nobody's turn to open.`,
  cancelledInOutlookSentence: (people: number, was: string | null) =>
    `It was cancelled in Outlook and is out of ${calendars(people)}${was === null ? "." : `. It was to be ${was}.`} It uses up nobody's turn to open.`,
  cancelling: "On its way out of the calendars",
  cancellingSentence: (people: number) => `It leaves ${calendars(people)} now, and Outlook tells everyone invited.`,
  declined: (names: readonly string[]) => `${named(names)} declined in Outlook`,
  declinedSentence: (stands: readonly string[]) =>
    stands.length === 0
      ? "The event itself still stands."
      : `The event still stands in ${ofThem(stands)} calendar${stands.length === 1 ? "" : "s"}.`,
  accepted: (name: string | null) => (name === null ? "Accepted in Outlook" : `${name} accepted in Outlook`),
  acceptedSentence: (people: number) => `It stands as booked, in ${calendars(people)}.`,
  stillDeclined: (names: readonly string[]) => `${named(names)} declined in Outlook, and the event still stands.`,
  linkRemoved: "The Teams link is gone",
  linkRemovedSentence:
    "It was taken off the event in Outlook. To meet in Teams, open the event there and switch the Teams meeting on again.",
  linkReturned: "The Teams link is back",
  linkReturnedSentence: "The event in Outlook has a Teams meeting again.",
  guestsChanged: "The event invites others too",
  guestsChangedSentence: (guests: number, people: number) =>
    `In Outlook ${guests === 1 ? "one person" : `${inWords(guests)} people`} besides ${together(people)} ${guests === 1 ? "is" : "are"} invited now. Nothing of your pair is shown to others.`,
  guestsGone: "Just your pair again",
  guestsGoneSentence: (people: number) => `In Outlook the event invites ${together(people)} and nobody else.`,
  organiserLeft: "The organiser's mailbox is gone",
  organiserLeftSentence: (organiser: string | null) =>
    `The event stood in ${organiser === null ? "a mailbox" : `${organiser}'s mailbox`}, which Outlook no longer has, so it doesn't count any more. The next one goes into the calendar of whoever books it.`,
  cannotBook: "Outlook didn't take the booking",
  cannotBookSentence: (booker: string, others: readonly string[]) =>
    `Nothing was booked: ${booker}'s calendar wouldn't take it. If ${named(others)} ${others.length === 1 ? "takes" : "take"} a time instead, it goes in from there. Otherwise whoever looks after your mailboxes can help.`,
  slotLost: "That time has just gone",
  slotLostSentence: (was: string | null) =>
    `Something else came into a calendar first, so ${was ?? "the check-in"} was not booked. Nothing stands in Outlook. Shall we look again?`,
  askToCancel: (when: string) => `Cancel ${when}?`,
  askToCancelWish: "Stop looking for a time?",
  askToCancelWishSentence: "Nothing stands in a calendar yet. You can ask for times again whenever you like.",
  askToCancelSentence: (people: number) => `It leaves ${calendars(people)}. It uses up nobody's turn to open.`,
  noteLabel: (readers: readonly string[]) => `A note for ${named(readers)}`,
  noteChoices: (label: string, choices: readonly string[]) => `${label}: ${choices.join("; ")}.`,
  noteReaders: (readers: readonly string[]) =>
    `${named(readers)} ${readers.length === 1 ? "reads" : "read"} it with the cancellation. Words of your own can go with it from Home.`,
  noteCame: (note: string) => `A note came with it: ${note}`,
  notes: {
    none: { label: "No note", words: null },
    "something-came-up": { label: "Something came up", words: "Something came up, and I can't make this one." },
    "not-well": { label: "I'm not well", words: "I'm not well and can't make this one." },
    "find-another-time": {
      label: "Another time, please",
      words: "This time doesn't work for me. Shall we find another?",
    },
  },
  yesStop: "Stop looking",
  yesCancel: "Cancel this check-in",
  keepIt: "Keep it",
  nothingToCancel: "No check-in is booked, so there is nothing to cancel.",
  nothingToChange: "No check-in is booked yet. Ask me for times, and say then how long it should be.",
} as const;
