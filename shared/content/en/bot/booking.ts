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

/** Where was looked: around a day that somebody named, or as far as usual. */
const searched = (isAroundDay: boolean) => (isAroundDay ? "around that day" : "in the coming weeks");

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
  stretchAgain: (part: PartOfDay, bears: Whose) =>
    sentence(
      `${partsOfDay[part](whoseDay(bears))} again, as last time${bears.isReader ? "" : `; only ${bears.name} can choose it`}`,
    ),
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
  someUnreadable: "A calendar can't be read just now, so nobody can tell what is free there.",
  noHourInCommon: (isAroundDay: boolean) => `Your working days share no hour ${searched(isAroundDay)}.`,
  allHoursTaken: (isAroundDay: boolean) => `Every hour you share is taken ${searched(isAroundDay)}.`,
  onlySamePerson: (bears: Whose) =>
    `The only hours you share would stretch ${whoseDay(bears)} day again, as last time.`,
  onlySamePersonTaken:
    "The only hours you share would stretch the same person's day as last time, and something is in each of them.",
  openingShorter: (minutes: number) => `A check-in of ${inWords(minutes)} minutes would fit.`,
  openingLater: (day: string) =>
    `There may be times again from ${day} on; I read your calendars anew before I offer any.`,
  openingSamePerson: (bears: Whose) =>
    `I can show hours that stretch ${whoseDay(bears)} day a second time running. Only ${bears.isReader ? "you" : bears.name} can choose one.`,
  openingUnreadable: "Look again in a while. If it stays so, whoever runs your calendars can say why.",
  openingNone: "Free an hour in Outlook, or talk about which hours could stretch, and look again.",
  shorterLabel: (minutes: number) => `A shorter one: ${minutes} minutes`,
  laterLabel: (day: string) => `Later: from ${day}`,
  againLabel: (bears: Whose) => sentence(`${whoseDay(bears)} day again`),
  makeIt: (minutes: number) => `Make it ${minutes} minutes`,
  tryAgain: "Look again",
  dayHasPassed: "That day has passed. Name one that lies ahead, and I look for times around it.",
  notYourPartner: (stranger: string, partners: readonly string[]) =>
    `${stranger} isn't in a pair with you, so I can't look into that calendar. I can look for times with ${named(partners)}.`,
  howLong: "How long should it be?",
  howLongSentence: (least: number, most: number) =>
    `Anything from ${inWords(least)} to ${inWords(most)} minutes, in steps of five.`,
  lengthIsAlready: (minutes: number) => `It is ${inWords(minutes)} minutes already.`,
} as const;
