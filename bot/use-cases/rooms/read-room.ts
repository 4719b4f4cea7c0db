import type { RoomView } from "../../../shared/contract/rooms.ts";
import { mayEnterPair } from "../../../shared/domain/access.ts";
import { isMeeting } from "../../../shared/domain/pair.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { Records } from "../../ports.ts";
import { circumstancesAround } from "../check-ins/circumstances.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { isHeldHere, linkedView, offerView } from "./room-view.ts";

/** What a meeting is to whoever asks: a check-in of theirs, one that a tap would make one, or nothing. */
export const readRoom =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  ({ by, chatId }: { readonly by: PersonRef; readonly chatId: string }): Promise<Result<RoomView, "no-session-here">> =>
    store.transact<Result<RoomView, "no-session-here">>(participant(by), async (records) => {
      const linked = await linkedRoom(records, by, chatId);
      if (linked) return done(linked);
      const now = clock.now().epochMilliseconds;
      const pairs: ReturnType<typeof offerView>[] = [];
      for (const pair of (await records.pairs.mine()).filter(isMeeting)) {
        const circumstances =
          (await records.rooms.mayLink(chatId, pair.id)) && (await circumstancesAround(records, pair));
        if (circumstances) pairs.push(offerView(circumstances, now));
      }
      return pairs.length > 0 ? done({ kind: "unlinked", pairs }) : refuse("no-session-here");
    });

/** The meeting as the check-in that is held in it; `null` where that is none of the person's. */
async function linkedRoom(records: Records, by: PersonRef, chatId: string): Promise<RoomView | null> {
  const checkIn = await records.rooms.checkInOf(chatId);
  const pair = checkIn && isHeldHere(checkIn) && (await records.pairs.find(checkIn.pairId));
  if (!pair || !mayEnterPair(participant(by), pair)) return null;
  const circumstances = await circumstancesAround(records, pair);
  return circumstances && linkedView(checkIn, circumstances);
}
