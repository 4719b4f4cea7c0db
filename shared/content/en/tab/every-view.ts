import type { Stage } from "../../../domain/cohort.ts";
import { and } from "./words.ts";

const stages: Readonly<Record<Stage, string>> = {
  agree: "Agree",
  story: "Story",
  lens: "Lens",
  difference: "Difference",
  change: "Change",
  close: "Close",
};

/** Words that every view of the tab needs. */
export const everyView = {
  productName: "Counterpoint",
  stages,
  loading: "One moment…",
  and,
  onlyYou: "Only you",
  youAnd: (partners: readonly string[]) => and(["You", ...partners]),
  back: "Back",
  notReadTitle: "This can’t be shown just now",
  tryAgain: "Try again",
  offline: "We can’t reach Counterpoint just now. What you wrote is still here; try again in a moment.",
  wentWrong: "Something went wrong on our side. What you wrote is still here; please try again.",
  reference: (id: string) => `If you ask for help, quote ${id}.`,
  brokenTitle: "This page stopped working",
  brokenSentence: "What you kept is safe. Reload the page to go on.",
  reload: "Reload the page",
  outsideTitle: "Open Counterpoint in Teams",
  outsideSentence:
    "Counterpoint works inside Microsoft Teams, where it knows who you are. Look for Counterpoint among your apps, or in the meeting of your check-in.",
  outsideLocal: "On this machine, the small Teams is here:",
  teamsSilentTitle: "Teams isn’t answering",
  teamsSilentSentence:
    "Counterpoint couldn’t reach the Teams window around it. Reload the page, or open Counterpoint again.",
};
