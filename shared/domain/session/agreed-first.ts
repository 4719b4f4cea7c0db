import type { PersonId } from "../person.ts";

/** What somebody answers privately to "Who has more authority here?": one of the pair, or nobody in particular. */
export type Named = PersonId | "no-difference";

/** Who shares first on this prompt, where everybody has named the same person; otherwise `null`, and turns alternate. */
export function agreedFirst(named: readonly Named[]): PersonId | null {
  const [one] = named;
  if (one === undefined || one === "no-difference") return null;
  return named.every((other) => other === one) ? one : null;
}
