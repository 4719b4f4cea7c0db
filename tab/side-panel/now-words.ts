import type { PanelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { memberOf } from "../components/people.ts";

/** Where the session is, in a few words: what stands over each step, and what tells somebody who is one layer below or comes late. */
export function nowWords(session: SessionView, say: PanelMessages): string {
  const { phase, round, rounds, members, speaker, number } = session;
  switch (phase) {
    case "arrive":
    case "over":
      return say.session(number);
    case "choose":
    case "who-first":
      return say.round(round, rounds);
    case "turn":
    case "follow-up":
      return speaker === null ? say.round(round, rounds) : say.turn(memberOf(members, speaker).name);
    default:
      return say.partNames[phase];
  }
}
