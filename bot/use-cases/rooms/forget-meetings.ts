import type { TenantId } from "../../../shared/domain/id.ts";
import { roomInSilence, silentHours } from "../../../shared/domain/room.ts";
import type { Records } from "../../ports.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";
import { showWhoIsThere } from "./show-who-is-there.ts";

/**
 * Forgets who is in meetings of which nothing was heard for so long that their end was missed: nobody is known to be there any more, and what
 * stands on a stage comes off it.
 */
export const forgetMeetings =
  ({ store, clock, newId }: Pick<Deps, "store" | "clock" | "newId">) =>
  async ({ tenantId }: { readonly tenantId: TenantId }): Promise<JobOutcome> => {
    // It hears of an end that was never told, with the rights of the job that hears of those that were.
    const acting = job(tenantId, "note-meeting");
    const now = clock.now();
    const silent = await store.transact(acting, ({ rooms }) => rooms.silentSince(now.subtract({ hours: silentHours })));
    for (const chatId of silent)
      await store.transact(acting, (records) => forgetMeeting(records, chatId, now.epochMilliseconds, newId));
    return "done";
  };

async function forgetMeeting(records: Records, chatId: string, now: number, newId: Deps["newId"]): Promise<void> {
  const room = await records.rooms.findForChange(chatId);
  const next = roomInSilence(room, now);
  if (next === room) return;
  await records.rooms.save(next);
  const checkIn = await records.rooms.checkInOf(chatId);
  const pair = checkIn && (await records.pairs.find(checkIn.pairId));
  if (pair) await showWhoIsThere(records, checkIn, { room, next, pair, newId });
}
