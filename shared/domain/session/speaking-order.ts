import type { PersonId } from "../person.ts";
import type { Session } from "./session.ts";

/**
 * Everybody of the pair in the order in which the prompt goes round.
 *
 * Whoever all named shares first, and then the turn passes along. Where nobody was named, the opener begins the first round and the next member
 * the next, so that nobody always has the last word.
 */
export function speakingOrder({
  members,
  opener,
  round,
  first,
}: Pick<Session, "members" | "opener" | "round" | "first">): readonly PersonId[] {
  const start = first === null ? (members.indexOf(opener) + round - 1) % members.length : members.indexOf(first);
  return [...members.slice(start), ...members.slice(0, start)];
}
