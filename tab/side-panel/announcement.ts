import type { PanelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { memberOf, namesOf, partnersOf } from "../components/people.ts";
import { isTogether } from "./session-state.ts";

type Say = PanelMessages["say"];

/**
 * The one sentence that tells a screen reader what a change brought, or `null` where nothing worth a word changed. Nobody hears what they did
 * themselves and see anyway, who types, or twice that somebody has finished.
 *
 * @param me - who listens.
 */
export function announcement(before: SessionView, after: SessionView, me: string, say: Say): string | null {
  if (before.stepSince !== after.stepSince || before.phase !== after.phase) return stepWords(before, after, say);
  if (before.staging !== after.staging && (before.staging === "staged" || after.staging === "staged"))
    return after.staging === "staged" ? say.staged : say.unstaged;
  return withinStep(before, after, me, say);
}

/** The sentence for a step as it stands, whatever was before. */
export function stepWords(before: SessionView | null, after: SessionView, say: Say): string | null {
  const { phase, round, rounds, members, speaker, prompt, exercise, exerciseStep, hasLeft, isLight } = after;
  const listeners = speaker === null ? [] : namesOf(partnersOf(members, speaker));
  switch (phase) {
    case "choose":
      return hasLeft ? say.left : say.choose(round, rounds);
    case "who-first":
      return say.whoFirst;
    case "turn": {
      if (!prompt || speaker === null) return null;
      const { name } = memberOf(members, speaker);
      const isSamePrompt =
        before?.prompt?.id === prompt.id && (before.phase === "turn" || before.phase === "follow-up");
      if (!isSamePrompt) return say.speak(isLight ? prompt.lighter : prompt.text, name);
      return isLight && !before.isLight ? say.lighter(prompt.lighter) : say.turn(name, listeners);
    }
    case "follow-up":
      return isLight && before?.phase === phase && prompt ? say.lighter(prompt.lighter) : say.ask(listeners);
    case "exercise":
      if (!exercise) return null;
      return before?.exercise?.id === exercise.id && before.phase === phase
        ? isLight
          ? say.lighter(exercise.lighter)
          : say.exerciseStep(exerciseStep + 1, exercise.steps[exerciseStep]?.text ?? "")
        : say.exercise(exercise.title);
    case "appreciate":
    case "learn":
      return isTogether(after) ? say.together : say[phase];
    case "arrive":
      return null;
    default:
      return say[phase];
  }
}

function withinStep(before: SessionView, after: SessionView, me: string, say: Say): string | null {
  const others = after.members.filter(({ id }) => id !== me);
  const came = others.filter(({ id }) => after.arrived.includes(id) && !before.arrived.includes(id));
  if (came.length > 0) return say.arrive(namesOf(came));
  const finished = others.filter(({ id }) => after.ready.includes(id) && !before.ready.includes(id));
  if (finished.length > 0) return say.someoneFinished(namesOf(finished));
  const shares = others.find(({ id }) => sharedBy(after, id) && !sharedBy(before, id));
  return shares ? say.shared(shares.name) : null;
}

const sharedBy = ({ carryOvers }: SessionView, id: string): boolean => carryOvers.some(({ author }) => author === id);
