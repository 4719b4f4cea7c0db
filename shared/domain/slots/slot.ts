import type { PersonId } from "../person.ts";

/** Somebody's working day that a time leaves: before it begins or after it ended. */
export interface Stretch {
  readonly person: PersonId;
  readonly side: "before" | "after";
  /** Who bore such an hour the last time; `null` when nobody has yet. */
  readonly lastBorneBy: PersonId | null;
}

/** Whether only its bearer may choose it: whoever bore the last such hour bears another by wish, never by somebody else's. */
export const isForBearerAlone = ({ stretch }: Pick<Slot, "stretch">): boolean =>
  stretch !== null && stretch.person === stretch.lastBorneBy;

/** A time that suits. */
export interface Slot {
  /** ISO instants, to the second, in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** The one whose working day it stretches; `null` inside everybody's. */
  readonly stretch: Stretch | null;
}
