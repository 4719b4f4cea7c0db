import type { PromptId } from "../prompt.ts";
import { putDown } from "./put-down.ts";
import { type Offer, type Part, partOf, parts, rounds, type Session } from "./session.ts";

/** Leads to the first part that has not been yet, and from the last to the end. */
export function goOn(session: Session, offer: Offer): Session {
  const next = parts.find((part) => !session.been.includes(part));
  return next === undefined ? close(session) : enter(session, next, offer);
}

/** Leads to any part, also from the end, so that whoever closed too early loses nothing. Where the pair is already, it stays. */
export const goTo = (session: Session, { part, ...offer }: Offer & { readonly part: Part }): Session =>
  partOf(session.phase) === part ? session : enter(session, part, offer);

/** The end, from anywhere. Nothing stays on the meeting's stage. */
export const close = (session: Session): Session => ({ ...putDown(session), phase: "over", isStaged: false });

/** The next round with two prompts to choose from, and after the last one the way on. */
export function endRound(session: Session, offer: Offer): Session {
  if (session.round >= rounds) return goOn(session, offer);
  return choose({ ...putDown(session), round: session.round + 1 }, offer.offer);
}

/** Two prompts to choose from, and nothing else. */
export const choose = (session: Session, offered: readonly PromptId[]): Session => ({
  ...session,
  phase: "choose",
  offered: [...new Set(offered)],
});

/** Takes up an exercise, from its beginning. */
export const takeUp = (session: Session, exerciseId: PromptId | null): Session => ({
  ...session,
  isLight: false,
  exerciseId,
  exerciseStep: 0,
  used: exerciseId === null ? session.used : withUsed(session.used, exerciseId),
});

/** The ids with one more, each once and in the order in which they came. */
export const withUsed = (used: readonly PromptId[], ...ids: readonly PromptId[]): readonly PromptId[] => [
  ...new Set([...used, ...ids]),
];

function enter(session: Session, part: Part, { offer, exercise }: Offer): Session {
  const there = { ...putDown(session), been: [...session.been.filter((one) => one !== part), part] };
  if (part === "prompts") return choose(there, offer);
  if (part !== "exercise") return { ...there, phase: part };
  // An exercise that was begun goes on where it was.
  return { ...(there.exerciseId === null ? takeUp(there, exercise) : there), phase: part };
}
