import type { PanelMessages } from "../../shared/content/tab-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { memberOf, namesOf, partnersOf } from "../components/people.ts";

/** The one sentence that tells a screen reader what a change brought, or `null` where nothing worth a word changed. */
export function announcement(before: SessionView, after: SessionView, say: PanelMessages["say"]): string | null {
  const { phase, round, rounds, members, speaker, prompt, arrived } = after;
  if (phase === "speak" && prompt && speaker) {
    const { name } = memberOf(members, speaker);
    if (before.phase !== "speak" || before.prompt?.id !== prompt.id) return say.speak(prompt.text, name);
    return before.speaker === speaker ? null : say.turn(name, namesOf(partnersOf(members, speaker)));
  }
  if (phase === "choose") return isSameOffer(before, after) ? null : say.choose(round, rounds);
  if (phase !== before.phase) return phase === "close" ? say.close : phase === "over" ? say.over : null;
  const came = members.filter(({ id }) => arrived.includes(id) && !before.arrived.includes(id));
  return phase === "arrive" && came.length > 0 ? say.arrive(namesOf(came)) : null;
}

const isSameOffer = (before: SessionView, after: SessionView): boolean =>
  before.phase === "choose" && before.offered.map(({ id }) => id).join() === after.offered.map(({ id }) => id).join();
