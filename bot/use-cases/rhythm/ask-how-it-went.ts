import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import { rhythmRules } from "../../../shared/domain/rhythm.ts";
import type { Records } from "../../ports.ts";

/**
 * Queues that each of the pair is asked how a check-in went whose meeting ended then, a moment later, as a call that dropped is begun again. One
 * whose hour has not begun isn't asked about.
 */
export async function askHowItWent(
  records: Pick<Records, "queue">,
  { tenantId, members }: Pick<Pair, "tenantId" | "members">,
  { id: checkInId, slot }: Pick<CheckIn, "id" | "slot">,
  endedAt: Temporal.Instant,
): Promise<void> {
  if (!slot || Temporal.Instant.compare(slot.startsAt, endedAt) > 0) return;
  const at = endedAt.add({ minutes: rhythmRules.rejoinMinutes });
  const kind = "how-it-went";
  const ended = endedAt.toString();
  for (const personId of members)
    await records.queue(
      { name: "tell-rhythm", tenantId, checkInId, personId, kind, startsAt: slot.startsAt, endedAt: ended },
      { once: `ended:${checkInId}:${personId}:${ended}`, at },
    );
}

/** The same of a check-in that its session says was held: once its hour is over, for where nobody hears its meeting end before. */
export async function askAfterItsHour(
  records: Pick<Records, "queue">,
  pair: Pick<Pair, "tenantId" | "members">,
  checkIn: Pick<CheckIn, "id" | "slot">,
  now: Temporal.Instant,
): Promise<void> {
  const end = checkIn.slot ? Temporal.Instant.from(checkIn.slot.endsAt) : now;
  await askHowItWent(records, pair, checkIn, Temporal.Instant.compare(end, now) > 0 ? end : now);
}
