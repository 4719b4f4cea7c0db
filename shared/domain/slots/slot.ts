import type { PersonId } from "../person.ts";

/** Somebody's working day that a time leaves: before it begins or after it ended. */
export interface Stretch {
  readonly person: PersonId;
  readonly side: "before" | "after";
  /** Who bore such an hour the last time; `null` when nobody has yet. */
  readonly lastBorneBy: PersonId | null;
}

/** A time that suits. */
export interface Slot {
  /** ISO instants, to the second, in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** The one whose working day it stretches; `null` inside everybody's. */
  readonly stretch: Stretch | null;
}
