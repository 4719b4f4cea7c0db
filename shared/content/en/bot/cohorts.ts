import { counted, inWords, named } from "./in-words.ts";

/** What the bot tells a coordinator. Counts and names of quiet pairs, and never a cause. */
export const cohorts = {
  pairs: "Pairs formed",
  sessionsHeld: "Sessions held",
  met: (weeks: number) => `Met in the last ${inWords(weeks)} weeks`,
  paused: "Resting until a date",
  quiet: (weeks: number) => `Not met in the last ${inWords(weeks)} weeks`,
  stage: (number: number, name: string) => `Next is session ${inWords(number)}, ${name}`,
  stageNames: {
    agree: "agreeing",
    story: "stories",
    lens: "another's lens",
    difference: "difference",
    change: "change",
    close: "closing",
  },
  tooFew: (people: number, pairs: number) =>
    `Too few to show safely: below ${inWords(people)} people or ${inWords(pairs)} pairs, other figures could point at someone.`,
  seeQuietPairs: "Which pairs?",
  quietTitle: (weeks: number) => `Not met in the last ${inWords(weeks)} weeks`,
  quietSentence: "That is all this says. There may be every good reason, and I don't know it.",
  nobodyIsQuiet: (weeks: number) =>
    `Every pair has met in the last ${inWords(weeks)} weeks, or is resting until a date.`,
  pair: (names: readonly string[]) => named(names),
  andMore: (count: number) => `and ${counted(count, "pair", "pairs")} more`,
  whichCohort: "Which cohort do you mean?",
  unknownCohort: "I know no cohort of yours by that name. These are yours.",
  noCohorts: "You run no cohort yet. Once one is formed, ask me how it is going.",
  askHow: (name: string) => `How is ${name}?`,
  askQuiet: (name: string) => `Which pairs are quiet in ${name}?`,
} as const;
