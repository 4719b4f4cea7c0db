import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { openDepth } from "../../../shared/domain/depth.ts";
import type { BroughtTo } from "../../../shared/domain/library/bringing.ts";
import type { Records } from "../../ports.ts";

/** What decides whether the acting person can bring a prompt to the check-in. A session has the number after those that were held. */
export async function broughtTo(
  { library }: Pick<Records, "library">,
  { number, pairId }: Pick<CheckIn, "number" | "pairId">,
): Promise<BroughtTo> {
  const ready = await library.readinessOfAll(pairId);
  const { muted } = await library.choices();
  return { number, openDepth: openDepth({ held: number - 1, ready }), muted };
}
