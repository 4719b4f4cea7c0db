import type { PersonId } from "../person.ts";
import type { Part, Session, SessionCommand } from "./session.ts";

/**
 * A session as somebody would tell it who keeps a list on paper: who still has to speak, which parts are still to come, who has finished writing.
 * It knows nothing of versions, refusals or panels; it is told only the commands that counted, and should come to the same as the session.
 */
export interface Story {
  readonly members: readonly PersonId[];
  readonly opener: PersonId;
  place: Part | "arriving" | "over";
  toCome: Part[];
  round: number;
  /** What goes on at the prompts: choosing one, saying who shares first, or talking about it. */
  table: "choosing" | "naming" | "talking" | null;
  /** Who still has to finish the turn, whoever speaks first; after a question to it, the turn counts as finished. */
  toSpeak: PersonId[];
  isQuestion: boolean;
  /** Of the exercise, which goes on where it was left. */
  step: number;
  /** Who has answered or finished writing. */
  finished: Set<PersonId>;
  revealed: Set<Part>;
  uneven: boolean;
  hasLeft: boolean;
}

export const beginStory = (members: readonly PersonId[], opener: PersonId): Story => ({
  members,
  opener,
  place: "arriving",
  toCome: ["since", "prompts", "exercise", "appreciate", "learn", "book"],
  round: 1,
  table: null,
  toSpeak: [],
  isQuestion: false,
  step: 0,
  finished: new Set(),
  revealed: new Set(),
  uneven: false,
  hasLeft: false,
});

/** The story goes on with a command that counted. */
export function tell(story: Story, command: SessionCommand, by: PersonId): void {
  switch (command.type) {
    case "go-on":
      return go(story, story.toCome[0] ?? "over");
    case "go-to":
      return story.place === command.part ? undefined : go(story, command.part);
    case "close":
      return go(story, "over");
    case "pick":
      return command.asksWhoFirst ? name(story) : talk(story, null);
    case "say-who":
      return command.settled ? talk(story, command.settled.first) : void story.finished.add(by);
    case "skip-who":
      return talk(story, null);
    case "ask":
      story.isQuestion = true;
      return;
    case "change-over":
      return changeOver(story);
    case "move-on":
      clearTable(story, "for good");
      return nextRound(story);
    case "leave":
      clearTable(story, "for another");
      Object.assign(story, { table: "choosing", hasLeft: true });
      return;
    case "offer-others":
      story.hasLeft = false;
      return;
    case "next-step":
      story.step += 1;
      return;
    case "step-back":
      story.step -= 1;
      return;
    case "swap-exercise":
      story.step = 0;
      return;
    case "ready":
      return finish(story, by);
    case "not-ready":
      return void story.finished.delete(by);
    default:
  }
}

/** Where the story and the session differ: what the story expects, or `null` where they agree. */
export function differenceTo(session: Session, story: Story): string | null {
  const people = (some: readonly PersonId[]) => some.toSorted().join();
  const speaker = story.table === "talking" ? (story.toSpeak[0] ?? null) : null;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["phase", session.phase, phaseOf(story)],
    ["speaker", session.speaker, speaker],
    ["round", session.round, story.round],
    ["been", session.been.length, 6 - story.toCome.length],
    ["exerciseStep", session.exerciseStep, story.step],
    ["ready", people(session.ready), people([...story.finished])],
    ["revealed", session.revealed.length, story.revealed.size],
    ["uneven", session.uneven, story.uneven],
    ["hasLeft", session.hasLeft, story.hasLeft],
  ];
  const found = pairs.find(([, is, told]) => is !== told);
  return found ? `${found[0]} is ${String(found[1])} and should be ${String(found[2])}` : null;
}

function phaseOf({ place, table, isQuestion }: Story): Session["phase"] {
  if (place === "arriving") return "arrive";
  if (place !== "prompts") return place;
  if (table === "naming") return "who-first";
  if (table === "talking") return isQuestion ? "follow-up" : "turn";
  return "choose";
}

function go(story: Story, place: Story["place"]): void {
  clearTable(story, "for good");
  story.place = place;
  story.table = place === "prompts" ? "choosing" : null;
  story.toCome = story.toCome.filter((part) => part !== place);
}

function name(story: Story): void {
  story.table = "naming";
  story.hasLeft = false;
}

function talk(story: Story, first: PersonId | null): void {
  const isSecondRound = story.round % 2 === 0;
  const line = [...story.members, ...story.members];
  const begins = line.indexOf(first ?? story.opener) + (first === null && isSecondRound ? 1 : 0);
  story.toSpeak = line.slice(begins, begins + story.members.length);
  Object.assign(story, { table: "talking", isQuestion: false, finished: new Set(), hasLeft: false });
}

function changeOver(story: Story): void {
  story.toSpeak.shift();
  story.isQuestion = false;
  if (story.toSpeak.length > 0) return;
  story.table = null;
  nextRound(story);
}

function nextRound(story: Story): void {
  if (story.round === 2) return go(story, story.toCome[0] ?? "over");
  story.round = 2;
  story.table = "choosing";
}

function clearTable(story: Story, why: "for good" | "for another"): void {
  if (story.table === "talking") {
    const missing = story.toSpeak.length - (story.isQuestion ? 1 : 0);
    const isBegun = why === "for good" || missing < story.members.length;
    if (missing > 0 && isBegun) story.uneven = true;
  }
  Object.assign(story, { table: null, toSpeak: [], isQuestion: false, finished: new Set(), hasLeft: false });
}

function finish(story: Story, by: PersonId): void {
  story.finished.add(by);
  if (story.finished.size === story.members.length && story.place !== "over" && story.place !== "arriving")
    story.revealed.add(story.place);
}
