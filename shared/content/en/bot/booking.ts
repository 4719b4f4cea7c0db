import { inWords, named, sentence } from "./in-words.ts";
import { calendars, ofThem, together, workingDays } from "./together.ts";

interface Falls {
  readonly number: number;
  readonly minutes: number;
  readonly booker: string;
  /** Who books after that; `null` where it is not known. */
  readonly nextBooker: string | null;
}

/** Whose day a time stretches; the reader's own says "your". `null` where it is not known. */
interface Whose {
  readonly name: string;
  readonly isReader: boolean;
}

/** Which end of the day a stretched time lies at, by the clock of the one who bears it. */
export type PartOfDay = "early-morning" | "evening" | "other";

const whoseDay = ({ name, isReader }: Whose) => (isReader ? "your" : `${name}'s`);
const whoseTurn = ({ name, isReader }: Whose) => (isReader ? "yours" : `${name}'s`);
const partsOfDay = {
  "early-morning": (whose: string) => `${whose} early morning`,
  evening: (whose: string) => `${whose} evening`,
  other: (whose: string) => `outside ${whose} working day`,
} as const;

/** What the bot says about finding and booking a time. */
export const booking = {
  slotsTitle: (times: number, people: number) =>
    `${sentence(inWords(times))} ${times === 1 ? "time that suits" : "times that suit"} ${together(people)}`,
  dueTitle: "It is time for your next check-in",
  moveTitle: (times: number) => (times === 1 ? "Move it to this time" : `Move it to one of ${inWords(times)} times`),
  slotsSentence: ({ number, minutes, booker, nextBooker }: Falls) =>
    `Session ${inWords(number)}, ${inWords(minutes)} minutes. Booking falls to ${booker} this time${nextBooker === null ? "" : `, to ${nextBooker} next`}.`,
  dueSentence: ({ number, minutes, booker, nextBooker }: Falls) =>
    `Session ${inWords(number)}, ${inWords(minutes)} minutes. ${booker} books this time${nextBooker === null ? "" : `, ${nextBooker} next`}.`,
  moveSentence: (when: string) => `It stands on ${when} until you choose.`,
  insideWorkingDays: (people: number) => `Inside ${workingDays(people)}.`,
  slot: (day: string, time: string) => `${day}, ${time}`,
  bookSlot: (when: string, partnerTimes: string) => `Book ${when}${partnerTimes === "" ? "" : `; ${partnerTimes}`}`,
  moveSlot: (when: string, partnerTimes: string) => `Move to ${when}${partnerTimes === "" ? "" : `; ${partnerTimes}`}`,
  timeFor: (time: string, name: string) => `${time} for ${name}`,
  stretchLastTime: (part: PartOfDay, bears: Whose, boreLast: Whose) =>
    sentence(`${partsOfDay[part](whoseDay(bears))} this time, ${whoseTurn(boreLast)} last time`),
  stretchNextTime: (part: PartOfDay, bears: Whose, bearsNext: Whose) =>
    sentence(`${partsOfDay[part](whoseDay(bears))} this time, ${whoseTurn(bearsNext)} next time`),
  stretchAlone: (part: PartOfDay, bears: Whose) =>
    sentence(`${partsOfDay[part](whoseDay(bears))} this time, somebody else's next time`),
  otherTimes: "Other times",
  keep: (slot: string) => `Keep ${slot}`,
  dayAndTime: (day: string, time: string) => `${day} at ${time}`,
  withPartners: (when: string, partners: readonly string[]) => `${when}, with ${named(partners)}`,
  onItsWay: "On its way",
  onItsWaySentence: (people: number) =>
    `It goes into ${calendars(people)} now. This message turns into the receipt as soon as it is there.`,
  movingSentence: (people: number, from: string) =>
    `It moves in ${calendars(people)} now. Until it is there, ${from} stands.`,
  lengtheningSentence: (people: number, minutes: number) =>
    `It becomes ${inWords(minutes)} minutes in ${calendars(people)} now. The start stays as it is.`,
  noSlotsTitle: "No time to offer yet",
  noMoveTitle: "No other time to offer yet",
  unreadable: (names: readonly string[]) =>
    `${ofThem(names)} calendar can't be read just now, so nobody can tell what is free there.`,
  noHourInCommon: "Your working days share no hour in the coming weeks.",
  allHoursTaken: "Every hour you share is taken in the coming weeks.",
  openingShorter: (minutes: number) => `A check-in of ${inWords(minutes)} minutes would fit.`,
  openingLater: (day: string) => `There are times again from ${day} on.`,
  openingSamePerson: (bears: Whose) =>
    `The hours that are left stretch ${whoseDay(bears)} day, as last time, so they are not offered. Wider working hours in Outlook would open them.`,
  openingUnreadable: "Look again in a while. If it stays so, whoever runs your calendars can say why.",
  openingNone: "Free an hour in Outlook, or talk about which hours could stretch, and look again.",
  lengthLabel: (minutes: number) => `${minutes} minutes`,
  makeIt: (minutes: number) => `Make it ${minutes} minutes`,
  lookFrom: (day: string) => `Find a time around ${day}`,
  moveTo: (day: string) => `Move our check-in to ${day}`,
  lookFromLabel: (day: string) => `From ${day}`,
  tryAgain: "Look again",
  dayHasPassed: "That day has passed. Name one that lies ahead, and I look for times around it.",
  notYourPartner: (stranger: string, partners: readonly string[]) =>
    `${stranger} isn't in a pair with you, so I can't look into that calendar. I can look for times with ${named(partners)}.`,
  howLong: "How long should it be?",
  howLongSentence: (least: number, most: number) =>
    `Anything from ${inWords(least)} to ${inWords(most)} minutes, in steps of five.`,
  lengthIsAlready: (minutes: number) => `It is ${inWords(minutes)} minutes already.`,
} as const;
