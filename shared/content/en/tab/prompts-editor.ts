import type { Purpose } from "../../../domain/programme.ts";
import type { Depth, PromptKind, WhoFirst } from "../../../domain/prompt.ts";
import { kinds } from "./prompts-named.ts";

const purposeNames: Readonly<Record<Purpose, string>> = {
  inclusion: "Inclusion",
  "connecting-generations": "Connecting generations",
  "leadership-at-all-levels": "Leadership at all levels",
  "collaboration-across-silos": "Collaboration across silos",
};

const depths: Readonly<Record<Depth, string>> = {
  1: "1: a preference",
  2: "2: an experience",
  3: "3: a meaning, or a mistake",
  4: "4: the people here, as it is now",
};

const whoFirst: Readonly<Record<WhoFirst, string>> = {
  alternate: "It alternates",
  "more-authority": "Whoever has more authority",
  either: "Whoever likes",
};

/** Words of the page on which coordinators keep the organisation's library. */
export const promptsEditor = {
  kinds,
  purposeNames,
  depths,
  whoFirst,
  pageTitle: "Prompt library",
  back: "Home",
  backToLibrary: "Prompt library",
  title: "Prompt library",
  lead: "What every pair may be offered: the built-in prompts, and those of your organisation. Who brings, picks or leaves one is shown to nobody here.",
  write: "Write a prompt",
  coordinatorsOnly: "This page is for coordinators",

  show: "Show",
  shown: { offered: "Offered", own: "Your organisation’s", "built-in": "Built in", retired: "Retired", all: "All" },
  inThisPage: "Which prompts",
  nothing: "No prompt fits what you are looking for.",
  noOwn: "Your organisation has no prompts of its own yet. Write the first, in words that people at work would use.",
  noRetired: "No prompt is retired. Open one to take it out of what is offered.",

  own: "your organisation’s",
  isRetired: "retired",
  rewrite: "Rewrite",
  writeFrom: "Write your own from this one",
  retire: "Retire",
  bringBack: "Bring back",
  undo: "Undo",
  depthDetails: (depth: Depth) => `Depth ${depths[depth]}`,
  kindDetails: (kind: PromptKind) => kinds[kind],
  firstDetails: (first: WhoFirst) =>
    `Who shares first: ${whoFirst[first].charAt(0).toLowerCase()}${whoFirst[first].slice(1)}`,
  retired: "Retired. It isn’t offered any more.",
  broughtBack: "Offered again.",

  newTitle: "A prompt of your own",
  rewriteTitle: "Rewrite this prompt",
  formLead: "Anybody should be able to ask it of anybody, and answer it too.",
  text: "The prompt",
  textHint: "One thing to ask, in everyday words",
  followUp: (number: number) => `Question ${number}`,
  addFollowUp: "Add a question",
  removeFollowUp: (number: number) => `Remove question ${number}`,
  lighterHint: "The same prompt, opened less far",
  stage: "Session it belongs to",
  kind: "What it is there",
  depth: "How deep it goes",
  minutes: "Minutes, for everyone’s turn together",
  minutesOf: (minutes: number) => `${minutes} minutes`,
  first: "Who shares first",
  topics: "Topics it touches",
  topicsHint: "Whoever leaves one of these out isn’t offered it.",
  purposes: "What it serves",
  purposesHint: "Of the two on offer, one leans to what the programme is for.",
  reach: "Everyone in the programme, once it is kept",
  missing: "Write it in a few words.",
  missingFollowUp: "Write at least one question.",
  keep: "Keep it",
  keepChanges: "Keep changes",
  cancel: "Cancel",
  letGo: "Let these words go",
  kept: "Kept. It is among what pairs are offered.",
  keptRetired: "Kept. It stays retired until you bring it back.",
  unkept: "These words aren’t kept yet. They stay in this window until you keep them or let them go.",
  gone: "This prompt isn’t here. It may be a built-in one, which can be retired and not rewritten.",

  meanwhileTitle: "Somebody else rewrote this meanwhile",
  meanwhile: "Here are the words that stand now; yours are still in the form. Nothing is lost until you choose.",
  keepMine: "Keep mine in their place",
  takeTheirs: "Take those, let mine go",
  theirs: "The words that stand now",

  previewTitle: "In the panel",
  previewChoose: "When it is offered",
  previewTurn: "In a turn",
  previewEmpty: "Your prompt stands here.",
  previewRound: "Round 1 of 2",
  thenAsk: "Then one question, such as:",

  hintsTitle: "Worth another look",
  hintsLead: "The built-in prompts keep to these. Yours needn’t; you decide.",
  noHints: "It reads as the built-in ones do.",
  inText: "The prompt",
  inLighter: "The lighter way in",
  inFollowUp: (number: number) => `Question ${number}`,
  hint: {
    word: (where: string, found: string, why: string) => `${where}: “${found}” ${why}.`,
    long: (where: string, most: number) => `${where} is longer than ${most} characters, so it fills the panel.`,
    ending: (where: string) => `${where} ends without a question mark or a full stop.`,
    question: (where: string) => `${where} isn’t a question.`,
    oneWay: (where: string, found: string) =>
      `${where}: “${found}” is right for one of the two only. Both read the same words.`,
    reading: "It takes more than six years of school to read with ease. Shorter words and sentences help.",
    "few-follow-ups": "One more question gives the listener a choice.",
    "same-lighter": "The lighter way in says the same as the prompt.",
    "longer-lighter": "The lighter way in is longer than the prompt.",
    "many-topics": "It touches more than two topics, so it is left out more often.",
    minutes: (least: number, most: number) =>
      least === most
        ? `The built-in ones of this kind take ${least} minutes.`
        : `The built-in ones of this kind take ${least} to ${most} minutes.`,
  },
};
