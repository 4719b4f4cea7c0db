import type { PanelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { isTogether, openerFirst } from "./session-state.ts";

/** How the weave stands at a step. */
export interface WeaveState {
  /** Whose mark is filled: who speaks, is here, or has finished. */
  readonly filled: readonly string[];
  /** From 1, wide on the left, over 0 to -1, wide on the right. */
  readonly lean: number;
  readonly isApart: boolean;
  /** What stands under each voice's mark, by id; `null` where nothing does. */
  readonly captions: Readonly<Record<string, string>> | null;
}

type Words = Pick<PanelMessages, "isHere" | "notHereYet" | "turn" | "listens" | "asksNow" | "answers">;

/** The weave's state for what goes on in the session. */
export function weaveOf(session: SessionView, say: Words): WeaveState {
  const { phase, members, speaker, arrived, ready } = session;
  const ids = members.map(({ id }) => id);
  const captions = (words: (id: string, name: string) => string) =>
    Object.fromEntries(members.map(({ id, name }) => [id, words(id, name)]));
  const names = captions((_, name) => name);
  const even = { filled: ids, lean: 0, isApart: false, captions: names };
  const leaning = openerFirst(session)[0]?.id === speaker ? 1 : -1;
  switch (phase) {
    case "arrive":
      return {
        ...even,
        filled: arrived,
        isApart: arrived.length < ids.length,
        captions: captions((id, name) => (arrived.includes(id) ? say.isHere(name) : say.notHereYet(name))),
      };
    case "choose":
    case "exercise":
    case "over":
      return { ...even, captions: null };
    case "who-first":
      return { ...even, filled: ready, isApart: true, captions: null };
    case "turn":
      return {
        ...even,
        filled: speaker === null ? [] : [speaker],
        lean: leaning,
        captions: captions((id, name) => (id === speaker ? say.turn(name) : say.listens(name))),
      };
    case "follow-up":
      return {
        ...even,
        filled: ids.filter((id) => id !== speaker),
        lean: leaning * followUpLean,
        captions: captions((id, name) => (id === speaker ? say.answers(name) : say.asksNow(name))),
      };
    case "appreciate":
    case "learn":
      return isTogether(session) ? even : { ...even, filled: ready, isApart: true };
    default:
      return even;
  }
}

/** From how many characters two prompts to choose from need the weave's room: both are read whole, without scrolling. */
const crowd = 190;

/** Whether what is read at this step leaves no room for the weave. */
export const isCrowded = ({ phase, offered }: Pick<SessionView, "phase" | "offered">): boolean =>
  phase === "choose" && offered.reduce((length, { text }) => length + text.length, 0) > crowd;

/** A question lets the turn swing half-way to whoever asks. */
const followUpLean = 0.3;
