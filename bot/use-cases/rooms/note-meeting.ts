import type { TenantId } from "../../../shared/domain/id.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import { type Room, type RoomEvent, roomAfter } from "../../../shared/domain/room.ts";
import type { ConversationReference } from "../../ports/conversation-records.ts";
import type { Records } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import { askHowItWent } from "../rhythm/ask-how-it-went.ts";
import { showWhoIsThere } from "./show-who-is-there.ts";

export interface Heard {
  readonly tenantId: TenantId;
  readonly chatId: string;
  readonly event: RoomEvent;
  /** How the bot reaches the meeting's chat. */
  readonly conversation: ConversationReference;
}

/** How long after a meeting began its chat is told where the session is, unless somebody has opened it, in seconds. */
const patienceSeconds = 90;

/**
 * Takes in what Teams says of a meeting: who is in it, for the stage; that it began, for whoever doesn't find the panel; that it ended, for the
 * question afterwards. Said twice, late or of a meeting that is nobody's, it does no harm.
 */
export const noteMeeting =
  ({ store, newId }: Pick<Deps, "store" | "newId">) =>
  ({ tenantId, chatId, event, conversation }: Heard): Promise<void> =>
    store.transact(job(tenantId, "note-meeting"), async (records) => {
      const room = await records.rooms.findForChange(chatId);
      const next = roomAfter(room, event);
      if (next !== room) await records.rooms.save(next);
      await records.rooms.saveConversation(chatId, conversation);
      const checkIn = await records.rooms.checkInOf(chatId);
      const pair = checkIn && (await records.pairs.find(checkIn.pairId));
      if (!pair) return;
      await showWhoIsThere(records, checkIn, { room, next, pair, newId });
      if (event.kind === "start") await haveGreeted(records, tenantId, chatId, event.at);
      if (event.kind === "end" && mayHaveMet(room, pair))
        await askHowItWent(records, pair, checkIn, Temporal.Instant.from(event.at));
    });

/** Whether two of the pair were there, as far as Teams told who was: whoever waited alone is not asked whether they met before the hour is over. */
function mayHaveMet({ participants }: Room, { members }: Pair): boolean {
  const came = new Set(participants.flatMap(({ personId }) => personId ?? []));
  return participants.length === 0 || members.filter((member) => came.has(member)).length > 1;
}

const haveGreeted = (records: Records, tenantId: TenantId, chatId: string, startedAt: string): Promise<void> =>
  records.queue(
    { name: "greet-meeting", tenantId, chatId, startedAt },
    { once: `${chatId}:${startedAt}`, at: Temporal.Instant.from(startedAt).add({ seconds: patienceSeconds }) },
  );
