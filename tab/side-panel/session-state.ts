import type { MemberView } from "../../shared/contract/people.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { type Part, parts } from "../../shared/domain/session/session.ts";
import type { Problem } from "../api-client.ts";
import type { Me } from "./me.ts";

/** What the panel shows: nothing yet, why there is nothing, or a session and who looks at it. */
export type PanelState =
  | { readonly kind: "loading" }
  | { readonly kind: "unread"; readonly problem: Problem }
  | { readonly kind: "no-session" }
  | { readonly kind: "ended" }
  | { readonly kind: "session"; readonly session: SessionView; readonly me: Me };

/** The newer of what is shown and what came: views may arrive out of order, by stream and by answer. */
export function adopt(state: PanelState, session: SessionView): PanelState {
  if (state.kind !== "session") return state;
  const isOlder = state.session.id === session.id && state.session.version > session.version;
  return isOlder ? state : { ...state, session };
}

/** Refusals that mean that there is no session here for whoever looks: the meeting's own page says what there is instead. */
const notHere: ReadonlySet<Problem["refusal"]> = new Set([
  "no-session-here",
  "check-in-is-over",
  "not-in-programme",
  "not-signed-in",
]);

/** What the panel shows when the session can't be opened. */
export const unopened = (problem: Problem): PanelState =>
  notHere.has(problem.refusal) ? { kind: "no-session" } : { kind: "unread", problem };

/** Refusals that only mean that the panel was behind: it takes the new state and says nothing. */
export const isBehind = ({ refusal }: Problem): boolean =>
  refusal === "session-moved-on" || refusal === "not-at-this-point" || refusal === "prompt-not-offered";

/** Names the step a session is at; it changes exactly when the panel shows another. */
export const stepOf = ({ id, phase, stepSince }: SessionView): string => `${id}/${phase}/${stepSince}`;

/** Where "go on" leads: the first part that has not been yet; `null` for the end. */
export const nextPart = ({ been }: Pick<SessionView, "been">): Part | null =>
  parts.find((part) => !been.includes(part)) ?? null;

/** Whether the turn that goes on is the last on this prompt. */
export const isLastTurn = ({ members, speaker, spoken }: SessionView): boolean =>
  members.every(({ id }) => id === speaker || spoken.includes(id));

/** The members with whoever opens today first. */
export function openerFirst({ members, opener }: Pick<SessionView, "members" | "opener">): readonly MemberView[] {
  const first = members.findIndex(({ id }) => id === opener);
  return [...members.slice(first), ...members.slice(0, first)];
}

/** Whether what was written apart at this step is there to be read together. */
export function isTogether({ phase, appreciations, learned, ready, members }: SessionView): boolean {
  const said = phase === "learn" ? learned : appreciations;
  return said.length > 0 || ready.length === members.length;
}
