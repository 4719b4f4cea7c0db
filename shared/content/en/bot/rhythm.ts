import { inWords } from "./in-words.ts";
import { together } from "./together.ts";

/** What the bot says by itself as time passes. */
export const rhythm = {
  tomorrow: (time: string) => `Tomorrow at ${time}`,
  today: (time: string) => `Today at ${time}`,
  openerAndTimes: (opener: string, partnerTimes: string) =>
    `${opener} opens this time.${partnerTimes === "" ? "" : ` ${partnerTimes}.`}`,
  soon: "It begins in a few minutes.",
  prepare: "Prepare",
  didYouMeet: "Did you meet?",
  didYouMeetSentence: (number: number, when: string, people: number) =>
    `Session ${inWords(number)} was to be ${when}. I ask ${together(people)} the same, and the first answer counts.`,
  weMet: "We met",
  weDidNot: "We didn't",
  moveIt: "Move it",
  met: (number: number) => `✓ Session ${inWords(number)}: you met`,
  metSentence: (by: string | null, when: string) =>
    by === null ? `It was ${when}.` : `${by} said so. It was ${when}.`,
  missed: (number: number) => `Session ${inWords(number)}: you didn't meet`,
  missedSentence: (by: string | null) =>
    `${by === null ? "Nobody said that you met" : `${by} said so`}. It uses up nobody's turn to open, and the session is still ahead of you.`,
  metAfterAll: "We met after all",
  nothingEnded: "I know of no check-in that has begun and waits for an answer.",
  notBegun: (when: string) => `Your check-in is ${when}, which is still ahead. Tell me afterwards.`,
} as const;
