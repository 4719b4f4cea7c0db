import { inWords, named } from "./in-words.ts";

/** "you both", "all three of you". */
export const together = (people: number): string => (people === 2 ? "you both" : `all ${inWords(people)} of you`);

/** "both calendars", "all three calendars". */
export const calendars = (people: number): string =>
  people === 2 ? "both calendars" : `all ${inWords(people)} calendars`;

/** "both your working days", "the working days of all three of you". */
export const workingDays = (people: number): string =>
  people === 2 ? "both your working days" : `the working days of ${together(people)}`;

/** "Ben's", "Ben's and Chidi's". */
export const ofThem = (names: readonly string[]): string => named(names.map((name) => `${name}'s`));
