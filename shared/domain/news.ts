import type { PersonId } from "./person.ts";
import type { Slot } from "./slots/slot.ts";

/**
 * What can happen to a check-in that its people are told of. Those that end in "-in-outlook" were done there; who did it is only known for what
 * an organiser alone or one attendee can do.
 */
export const newsKinds = [
  "booked",
  "slot-lost",
  "cannot-book",
  "moved",
  "move-lost",
  "cancelled",
  "moved-in-outlook",
  "length-changed-in-outlook",
  "cancelled-in-outlook",
  "declined-in-outlook",
  "accepted-in-outlook",
  "link-removed-in-outlook",
  "link-returned-in-outlook",
  "guests-changed-in-outlook",
  "organiser-left",
  "answered",
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** One thing that happened to a check-in. */
export interface NewsDraft {
  readonly kind: NewsKind;
  /** Who of the pair did it, where that is known. */
  readonly by: PersonId | null;
  /** Where the check-in stood before, where that changed. */
  readonly was: Slot | null;
}

/** News as it is kept, counted from 1 for each check-in. */
export interface News extends NewsDraft {
  readonly number: number;
}

/** Why a chosen time didn't reach the calendars. */
export const lossCauses = ["taken", "refused"] as const;
export type LossCause = (typeof lossCauses)[number];

/** Why the time that was chosen last was lost, by a check-in's news, oldest first; `null` where nothing says so. */
export function lossCauseIn(news: readonly Pick<NewsDraft, "kind">[]): LossCause | null {
  const last = news.findLast(({ kind }) => kind === "slot-lost" || kind === "cannot-book");
  if (!last) return null;
  return last.kind === "slot-lost" ? "taken" : "refused";
}

/** What says where a check-in stands as a whole: it makes everything said before it old. */
const whole: ReadonlySet<NewsKind> = new Set([
  "booked",
  "slot-lost",
  "cannot-book",
  "moved",
  "move-lost",
  "cancelled",
  "moved-in-outlook",
  "length-changed-in-outlook",
  "cancelled-in-outlook",
  "organiser-left",
  "answered",
]);

const topics: Readonly<Partial<Record<NewsKind, string>>> = {
  "declined-in-outlook": "answer",
  "accepted-in-outlook": "answer",
  "link-removed-in-outlook": "link",
  "link-returned-in-outlook": "link",
  "guests-changed-in-outlook": "guests",
};

/** Whether later news say all that is still worth knowing of earlier ones, so that these need not be told any more. */
export function supersedes(later: News, earlier: News): boolean {
  if (later.number <= earlier.number) return false;
  if (whole.has(later.kind)) return true;
  return topics[later.kind] === topics[earlier.kind] && (topics[later.kind] !== "answer" || later.by === earlier.by);
}
