import { and } from "./words.ts";

/** Words of what lies one layer below the panel. */
export const panelLayers = {
  questionsLead: (names: readonly string[], speaker: string) =>
    `One of these, or one of your own, from ${and(names)}. ${speaker} may answer it or let it rest.`,
  lighterTitle: "A lighter way in",
  takeLighter: "Take the lighter one",
  othersLead: "Two other prompts for this round. Nobody is named.",
  takeOthers: "Swap for two others",
  moveOnLead: "Ends this round here. No reason needed, and nobody is named.",
  moveOn: "Leave this one and move on",
  overWithoutLead: "The turn passes on, without a question to it.",
  overWithout: "Change over without a question",
  otherExerciseLead: "Another exercise, from its first step.",
  otherExercise: "Another exercise",
  skipExerciseLead: "On to what comes next.",
  skipExercise: "Skip the exercise",
  partsLead: "Both panels go there together.",
  partsLeadOfThree: "All panels go there together.",
  here: "Here now",
  beenThere: "Been there",
  endHere: "End the session here",
  endHereLead: "Ending here counts as having met.",
  notesLabel: "Notes for yourself",
  notesReaders: "Only you. They become a draft for your journal.",
};
