import type { PairHome } from "../../../shared/contract/home.ts";

/** What Home's one card is about. */
export type Act = "answer" | "stands" | "rest" | "over" | "find";

/**
 * What comes next for the pair. What happened and waits for an answer comes first, unless another check-in is on its way or stands already;
 * then what stands in the calendars; then what the pair's own state says.
 */
export function actFor({ status, next, toAnswer }: Pick<PairHome, "status" | "next" | "toAnswer">): Act {
  const stands = next !== null && next.slot !== null && standing.has(next.status);
  if (toAnswer && (!stands || next.id === toAnswer.id) && next?.status !== "moving") return "answer";
  if (stands) return "stands";
  if (status === "paused") return "rest";
  return status === "closed" || status === "ended" ? "over" : "find";
}

/** A slot that waits for somebody's decision stands too: one that was lost is kept no longer. */
const standing: ReadonlySet<string> = new Set(["booking", "booked", "moving", "needs-you"]);
