import { stageOf } from "../../../shared/domain/cohort.ts";
import { openDepth } from "../../../shared/domain/depth.ts";
import type { PairId } from "../../../shared/domain/pair.ts";
import type { Records } from "../../ports.ts";

/** What prompts and exercises for one of the pair's sessions are chosen by, before anything was opened in it. `id` is the session's or the check-in's. */
export async function wantedOf(
  records: Records,
  { id, pairId, number }: { readonly id: string; readonly pairId: PairId; readonly number: number },
) {
  const [seen, ready, muted] = await Promise.all([
    records.sessions.promptsMet(pairId),
    records.library.readinessOfAll(pairId),
    records.library.mutedIn(pairId),
  ]);
  // A session has the number after those that were held.
  return { stage: stageOf(number), seen, depth: openDepth({ held: number - 1, ready }), muted, turn: turnOf(id) };
}

/** Where in the library a pair starts to look, so that not every pair meets the same prompts. */
const turnOf = (id: string): number => Number.parseInt(id.slice(-6), 16) % 97;
