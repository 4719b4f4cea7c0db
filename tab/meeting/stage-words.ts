import type { MeetingMessages } from "../../shared/content/meeting-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";

/** What stands on the stage: a small line, if any, and the large words below it. */
export interface StageWords {
  readonly above: string | null;
  readonly large: string;
}

/** The prompt, the exercise's step, or the question of the part; never a word that somebody typed. */
export function stageWords(session: SessionView, say: MeetingMessages): StageWords {
  const { phase, prompt, isLight, exercise, exerciseStep } = session;
  if ((phase === "turn" || phase === "follow-up") && prompt)
    return { above: null, large: isLight ? prompt.lighter : prompt.text };
  const step = exercise?.steps[exerciseStep];
  if (phase === "exercise" && exercise && step) {
    const place = say.stageStep(exerciseStep + 1, exercise.steps.length);
    return { above: `${exercise.title} · ${place} · ${say.stageWho[step.who]}`, large: step.text };
  }
  if (phase === "turn" || phase === "follow-up" || phase === "exercise") return { above: null, large: "" };
  return { above: null, large: say.stageTitles[phase] };
}

/** What stands beside each name: whose turn it is, or who asks; else the name alone. */
export function stageCaption({ phase, speaker }: SessionView, id: string, name: string, say: MeetingMessages): string {
  if (phase === "turn" && id === speaker) return say.stageTurn(name);
  if (phase === "follow-up" && speaker !== null && id !== speaker) return say.stageAsks(name);
  return name;
}

/** Whose mark is filled: the speaker's in a turn, the askers' after it, else everyone's. */
export function speaking({ phase, speaker, members }: SessionView): readonly string[] {
  if (phase === "turn" && speaker !== null) return [speaker];
  if (phase === "follow-up") return members.map(({ id }) => id).filter((id) => id !== speaker);
  return members.map(({ id }) => id);
}

/** How large the words can stand so that they still fit: the longer, the smaller. */
export function sizeOf(words: string): "largest" | "large" | "long" {
  if (words.length <= 90) return "largest";
  return words.length <= 130 ? "large" : "long";
}

/** The members with whoever opens today first. */
export function openerFirst({ members, opener }: Pick<SessionView, "members" | "opener">): SessionView["members"] {
  const first = members.findIndex(({ id }) => id === opener);
  return [...members.slice(first), ...members.slice(0, first)];
}
