import { until } from "../../world.ts";
import type { Aim } from "./arm.ts";
import { askForTimes } from "./ask.ts";
import type { Before } from "./carry-out.ts";
import { patienceMs } from "./patience.ts";
import { type Intent, isBooking, isDoneInOutlook } from "./plan.ts";
import type { KeptCheckIn } from "./records.ts";
import type { Stage, StormPair } from "./stage.ts";

/** An intent that can begin. */
export interface Ready {
  readonly aim: Aim;
  readonly before: Before;
}

/**
 * Asks for times where some are needed, and says what is aimed at.
 *
 * @param lastId - the check-in that the pair had last.
 */
export async function prepare(stage: Stage, planned: Intent, lastId: string | undefined): Promise<Ready> {
  const pair = pairOf(stage, planned);
  const record = lastId === undefined ? undefined : (await stage.records.checkIns([lastId])).get(lastId);
  const intent = asThingsStand(planned, record);
  const asks = isBooking(intent) || intent.kind === "move";
  const asked = asks ? await askForTimes(stage, pair, intent) : null;
  const checkInId = asked?.checkInId ?? lastId ?? "";
  const organiser = (isBooking(intent) ? null : record?.organiser) ?? pair.people[intent.by === 0 ? 0 : 1].oid;
  if (isDoneInOutlook(intent)) await waitUntilWatched(stage, organiser);
  const stood = checkInId === record?.id ? record : undefined;
  const before: Before = {
    startsAt: stood?.startsAt ?? null,
    joinUrl: stood?.joinUrl ?? null,
    offered: asked?.offered ?? [],
    news: stood?.news.length ?? 0,
  };
  return { aim: { intent, pair, checkInId, organiser }, before };
}

function pairOf({ pairs }: Stage, { pair }: Intent): StormPair {
  const found = pairs[pair];
  if (!found) throw new Error(`There is no pair ${pair}.`);
  return found;
}

/** A pair that an earlier trouble left elsewhere than planned wants what fits. */
function asThingsStand(intent: Intent, record: KeptCheckIn | undefined): Intent {
  const stands = record?.status === "booked";
  if (!stands && !isBooking(intent)) return { ...intent, kind: "booking", minutes: 60 };
  if (stands && isBooking(intent)) return { ...intent, kind: "move", minutes: record.minutes };
  return stands && intent.kind === "move" ? { ...intent, minutes: record.minutes } : intent;
}

/** What nobody listens for yet makes no notice, and no change. */
const waitUntilWatched = ({ records }: Stage, person: string): Promise<unknown> =>
  until("the organiser's mailbox is watched", () => records.isWatched(person), patienceMs / 1000);
