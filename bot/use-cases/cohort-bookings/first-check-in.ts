import type { CheckIn } from "../../../shared/domain/check-in.ts";

/**
 * What a booking for a cohort may take further for a pair: a wish of its own that stands in no calendar, or nothing yet. "theirs" where the
 * pair has met or has a check-in of its own on its way: that pair is left alone.
 */
export function wishToTakeOn(history: readonly CheckIn[]): CheckIn | null | "theirs" {
  const open = history.filter(({ status }) => status !== "missed" && status !== "cancelled");
  const [wish] = open;
  if (!wish) return null;
  return open.length === 1 && isWish(wish) ? wish : "theirs";
}

const isWish = ({ status, event, bookingId }: CheckIn): boolean =>
  (status === "asked" || status === "needs-you") && event === null && bookingId === null;
