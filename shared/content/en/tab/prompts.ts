import type { Depth } from "../../../domain/prompt.ts";
import { themes, topics } from "./prompts-named.ts";
import { and, asSentence, inWords } from "./words.ts";

/** Who is asked along with the reader, where the reader has no pair yet. */
const others = (partners: readonly string[]) => (partners.length > 0 ? and(partners) : "your partner");

/** "both" for a pair, "all" for three. */
const both = (partners: readonly string[]) => (partners.length > 1 ? "all" : "both");

/** Words of the page on which participants read the prompts and exercises. */
export const prompts = {
  themes,
  pageTitle: "Prompts",
  back: "Home",
  title: "Prompts",
  lead: "Things worth asking each other. A session offers you a few at a time; here you can read ahead.",
  viewsLabel: "What to read",
  views: { prompts: "Prompts", favourites: "Favourites", exercises: "Exercises" },

  search: "Search in words",
  session: "Session",
  everySession: "Every session",
  sessionAndStage: (number: number, stage: string, isNext: boolean) =>
    `${number}, ${stage}${isNext ? " (your next)" : ""}`,
  sessionHeading: (number: number, stage: string) => `Session ${inWords(number)}, ${stage}`,
  theme: "Theme",
  everyTheme: "Every theme",
  topic: "Topic",
  everyTopic: "Every topic",
  topicName: (topic: keyof typeof topics) => asSentence(topics[topic]),
  topicInList: (topic: keyof typeof topics) => topics[topic],
  byThemeOrTopic: "By theme or topic",
  inThisPage: "Which prompts",
  count: (count: number) => (count === 1 ? "One prompt" : `${asSentence(inWords(count))} prompts`),
  countOfExercises: (count: number) => (count === 1 ? "One exercise" : `${asSentence(inWords(count))} exercises`),
  more: (count: number) => `Show ${inWords(count)} more`,
  nothing: "Nothing here fits what you are looking for.",
  widen: "Look in every session",
  clear: "Clear the search",
  noFavourites: "Nothing is kept here yet. Open a prompt and keep it for when the time is right.",
  leftOut: (count: number) =>
    count === 1
      ? "One prompt on a topic that you leave out isn’t listed."
      : `${asSentence(inWords(count))} prompts on topics that you leave out aren’t listed.`,
  listThem: "List them",
  dontList: "Don’t list them",

  details: (before: readonly string[], minutes: number, after: readonly string[]) =>
    [...before, `${minutes} min`, ...after].join(" · "),
  fromOrganisation: "from your organisation",
  isFavourite: "a favourite of yours",
  isBrought: "you bring this one",
  followUps: "To ask further",
  lighter: "A lighter way in",
  authority: (partners: readonly string[]) =>
    `Before this one, each says privately who has more authority here. If you ${both(partners)} name one person, that person shares first.`,
  deeper: (depth: Exclude<Depth, 1 | 2>, partners: readonly string[]) =>
    depth === 3
      ? `This goes deeper than most. It is offered once you have held two sessions and ${and(["you", others(partners)])} have ${both(partners)} said you are ready.`
      : `This goes deepest. It is offered after your mid review, which follows session three, once ${and(["you", others(partners)])} have ${both(partners)} said that you held it and are ready.`,
  mutedHere: (names: readonly string[]) => `You leave out ${and(names)}, so this isn’t offered.`,
  deeperThan: (number: number) => `Session ${inWords(number)} doesn’t go this deep, so it isn’t offered there.`,

  keepFavourite: "Keep among my favourites",
  dropFavourite: "Remove from my favourites",
  favouriteKept: "Kept among your favourites.",
  favouriteDropped: "Removed from your favourites.",
  onlyYou: "Only you",
  bring: (number: number) => `Bring it to session ${inWords(number)}`,
  bringReach: (partners: readonly string[]) => `${and(["You", ...partners])}, when it is offered`,
  broughtSaid: "You bring this one.",
  bringNone: "Bring none",
  bringNoneSaid: "You bring none.",
  bringTitle: (number: number) => `For session ${inWords(number)}`,
  broughtTitle: (number: number) => `You bring to session ${inWords(number)}`,
  dontBring: "Don’t bring it",
  bringLead: (partners: readonly string[]) =>
    `Bring a prompt, if you like. It comes first when prompts are offered, where it suits you ${both(partners)}.`,
  nothingToBring: "Once a check-in lies ahead, you can bring one of these to it.",

  mutedTitle: "Topics I’d rather leave out",
  mutedNone: "None just now",
  mutedList: (names: readonly string[]) => asSentence(and(names)),
  muteLead: (partners: readonly string[]) =>
    `Prompts about these are then not offered to ${partners.length > 1 ? "any of you" : partners.length === 1 ? "either of you" : "you or your partner"}. Nobody is told, though ${others(partners)} may notice that a subject never comes up.`,
  muteTopics: "Topics",
  muteKept: "Kept.",

  exercisesLead: "A session offers one of these by itself, so there is nothing to bring.",
  exerciseDetails: (theme: string, minutes: number, sessions: readonly number[], topicsIn: readonly string[]) =>
    [
      theme,
      `${minutes} min`,
      `${sessions.length === 1 ? "session" : "sessions"} ${and(sessions.map(String))}`,
      ...topicsIn,
    ].join(" · "),
  steps: "Steps",
  stepWho: { together: "together", "in-turn": "each in turn" },
  stepDetails: (minutes: number, who: string) => `${minutes} min, ${who}`,
};
