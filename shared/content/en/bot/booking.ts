import { inWords, named, sentence } from "./in-words.ts";

interface Falls {
  readonly number: number;
  readonly minutes: number;
  readonly booker: string;
  /** Who books after that; `null` where it is not known. */
  readonly nextBooker: string | null;
}

const together = (people: number) => (people === 2 ? "you both" : `all ${inWords(people)} of you`);
const calendars = (people: number) => (people === 2 ? "both calendars" : `all ${inWords(people)} calendars`);

/** What the bot says about finding and booking a time. */
export const booking = {
  slotsTitle: (times: number, people: number) =>
    `${sentence(inWords(times))} ${times === 1 ? "time that suits" : "times that suit"} ${together(people)}`,
  slotsSentence: ({ number, minutes, booker, nextBooker }: Falls) =>
    `Session ${inWords(number)}, ${inWords(minutes)} minutes. Booking falls to ${booker} this time${nextBooker === null ? "" : `, to ${nextBooker} next`}.`,
  slot: (day: string, time: string) => `${day}, ${time}`,
  bookSlot: (when: string, partnerTimes: string) => `Book ${when}${partnerTimes === "" ? "" : `; ${partnerTimes}`}`,
  timeFor: (time: string, name: string) => `${time} for ${name}`,
  stretches: (name: string) => `Outside ${name}'s usual hours. The next such hour falls to someone else.`,
  otherTimes: "Other times",
  dayAndTime: (day: string, time: string) => `${day} at ${time}`,
  withPartners: (when: string, partners: readonly string[]) => `${when}, with ${named(partners)}`,
  onItsWay: "On its way",
  onItsWaySentence: (people: number) =>
    `It goes into ${calendars(people)} now. This message turns into the receipt as soon as it is there.`,
  booked: "Booked",
  receiptSentence: (people: number, hasTeamsMeeting: boolean, opener: string) =>
    `It is in ${calendars(people)}, marked private${hasTeamsMeeting ? ", with a Teams meeting" : ""}. ${opener} opens.`,
  join: "Join",
  slotLostTitle: "That time has just gone",
  slotLostSentence: (when: string | null) =>
    `Something else came into a calendar first, so ${when ?? "the check-in"} was not booked. Nothing stands in Outlook. Shall we look again?`,
  noSlotsTitle: "No time to offer yet",
  tryAgain: "Look again",
  dayHasPassed: "That day has passed. Name one that lies ahead, and I look for times around it.",
  notYourPartner: (stranger: string, partners: readonly string[]) =>
    `${stranger} isn't in a pair with you, so I can't look into that calendar. I can look for times with ${named(partners)}.`,
} as const;
