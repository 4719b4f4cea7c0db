import type { CheckInMessages } from "../../../shared/content/tab-messages.ts";
import type { PairHome } from "../../../shared/contract/home.ts";
import { namesOf } from "../../components/people.ts";

type DeclinedSay = Pick<
  CheckInMessages,
  "declinedTitle" | "youDeclinedTitle" | "standsStill" | "standsInYours" | "standsSomewhere" | "needsYou"
>;

/** Who declined, and in whose calendar the event still stands, as the reader stands to it. */
export function declinedWords(
  declined: readonly string[],
  members: PairHome["members"],
  me: string,
  when: string,
  say: DeclinedSay,
): { readonly title: string; readonly sentence: string } {
  if (declined.length === 0) return { title: when, sentence: say.needsYou };
  const isMine = declined.length === 1 && declined[0] === me;
  const names = namesOf(members.filter(({ id }) => declined.includes(id)));
  const standing = members.filter(({ id }) => !declined.includes(id));
  const title = isMine ? say.youDeclinedTitle : say.declinedTitle(names);
  if (standing.length === 0) return { title, sentence: say.standsSomewhere(when) };
  if (standing.length === 1 && standing[0]?.id === me) return { title, sentence: say.standsInYours(when) };
  return { title, sentence: say.standsStill(when, namesOf(standing)) };
}
