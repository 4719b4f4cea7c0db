import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import { type LossCause, lossCauseIn } from "../../../shared/domain/news.ts";
import type { Records } from "../../ports.ts";

/** Why a check-in that waits for the pair lost the time that was chosen for it; `null` for any other. */
export const lostBecause = async (
  records: Pick<Records, "news">,
  checkIn: Pick<CheckIn, "id" | "status" | "event">,
): Promise<LossCause | null> =>
  checkIn.status === "needs-you" && !isInCalendars(checkIn)
    ? lossCauseIn(await records.news.ofCheckIn(checkIn.id))
    : null;
