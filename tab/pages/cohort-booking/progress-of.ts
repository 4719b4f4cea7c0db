import type { CohortBookingView } from "../../../shared/contract/cohort-bookings.ts";

/** How far what is under way has come: `done` of `all` pairs. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** The progress of what runs or rests; `null` where nothing is to be waited for. */
export function progressOf({ status, counts }: Pick<CohortBookingView, "status" | "counts">): Progress | null {
  const { looking, can, cannot, booking, booked, undoing, undone } = counts;
  switch (status) {
    case "looking":
      return { done: can + cannot, all: looking + can + cannot };
    case "running":
    case "paused":
      return { done: booked, all: can + booking + booked };
    case "undoing":
      return { done: undone, all: booking + booked + undoing + undone };
    default:
      return null;
  }
}

/**
 * The progress as it is worth saying aloud: at each tenth of the way and at its end, so that a screen reader isn't talked over.
 * Two progresses that lie in the same tenth give the same.
 */
export function spokenProgress({ done, all }: Progress): Progress {
  if (all === 0 || done >= all) return { done, all };
  const step = Math.max(Math.ceil(all / 10), 1);
  return { done: Math.floor(done / step) * step, all };
}
