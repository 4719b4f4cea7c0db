const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "Ben", "Ben and Chidi". */
export const and = (names: readonly string[]): string => list.format(names);

const numbers = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** "three" for 3; figures from thirteen on. */
export const inWords = (count: number): string => numbers[count] ?? String(count);

/** The sentence with its first letter as a capital. */
export const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Ben’s". */
export const belongingTo = (name: string): string => `${name}’s`;
