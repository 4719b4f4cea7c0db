import type { SessionView } from "../../shared/contract/sessions.ts";
import { speakingOrder } from "../../shared/domain/session.ts";
import type { Problem } from "../api-client.ts";

/** What the panel shows: nothing yet, why there is nothing, or a session. */
export type PanelState =
  | { readonly kind: "loading" }
  | { readonly kind: "unread"; readonly problem: Problem }
  | { readonly kind: "no-session" }
  | { readonly kind: "ended" }
  | { readonly kind: "session"; readonly session: SessionView };

/** The newer of what is shown and what came: views may arrive out of order, by stream and by answer. */
export function adopt(state: PanelState, session: SessionView): PanelState {
  const isOlder =
    state.kind === "session" && state.session.id === session.id && state.session.version > session.version;
  return isOlder ? state : { kind: "session", session };
}

/** What the panel shows when the session can't be opened. */
export const unopened = (problem: Problem): PanelState =>
  problem.refusal === "no-session-here" || problem.refusal === "check-in-is-over"
    ? { kind: "no-session" }
    : { kind: "unread", problem };

/** Refusals that only mean that the panel was behind: it takes the new state and says nothing. */
export const isBehind = ({ refusal }: Problem): boolean =>
  refusal === "session-moved-on" || refusal === "not-at-this-point";

/** Names the step a session is at; it changes exactly when the panel shows something else. */
export const stepOf = ({ phase, round, speaker, prompt, offered }: SessionView): string =>
  [phase, round, speaker, prompt?.id, phase === "choose" ? offered.map(({ id }) => id).join() : ""].join("/");

/** Whether the current speaker is the last one of this round. */
export const isLastTurn = ({ members, opener, round, speaker }: SessionView): boolean =>
  speakingOrder({ members: members.map(({ id }) => id), opener, round }).at(-1) === speaker;
