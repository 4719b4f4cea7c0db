import { and } from "./words.ts";

/** Words of "Run the programme", for coordinators. */
export const programme = {
  title: "Run the programme",
  cohort: "Cohort",
  noCohorts: "There is no cohort yet. Once one is set up, its counts stand here.",
  tableCaption: (cohort: string) => `How ${cohort} is going`,
  measure: "What",
  pairsColumn: "Pairs",
  pairs: "Pairs formed",
  sessionsHeld: "Sessions held",
  met: "Met in the last six weeks",
  quiet: "Not met in the last six weeks",
  paused: "Pausing",
  stagesCaption: "Where the pairs are, by their next session",
  stage: "Next session",
  count: "Number",
  tooFew:
    "Too few to show safely. Below eight people or five pairs there are no figures besides pairs formed and sessions held.",
  whoIsQuiet: "Which pairs haven’t met?",
  noneQuiet: "Every pair that isn’t pausing has met in the last six weeks.",
  pair: (names: readonly string[]) => and(names),
  quietNote: "Names only. We don’t know the cause, and there may be a good one.",
  promptLibrary: "Keep the prompt library",
  promise: "Counts only. What pairs say and write stays with them.",
};
