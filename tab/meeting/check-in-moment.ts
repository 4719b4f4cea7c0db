import type { CheckInView } from "../../shared/contract/check-ins.ts";

/** Where a check-in is, for its meeting's tab: ahead, about to begin or going on, behind, or called off. */
export type Moment = "before" | "now" | "after" | "off";

/** How long before its hour a check-in is about to begin, in milliseconds. */
const soon = 5 * 60_000;

/** The moment a check-in is in at `now`, in epoch milliseconds. What somebody said of it wins over the clock. */
export function momentOf({ status, slot }: Pick<CheckInView, "status" | "slot">, now: number): Moment {
  if (status === "cancelled") return "off";
  if (status === "held" || status === "missed") return "after";
  if (!slot || now < Date.parse(slot.startsAt) - soon) return "before";
  return now < Date.parse(slot.endsAt) ? "now" : "after";
}
