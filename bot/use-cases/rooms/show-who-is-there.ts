import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import { isAlone, type Room } from "../../../shared/domain/room.ts";
import type { Records } from "../../ports.ts";
import type { Deps } from "../deps.ts";

interface Change extends Pick<Deps, "newId"> {
  readonly room: Room;
  readonly next: Room;
  readonly pair: Pair;
}

/** Panels learn when the stage may be used and when not; a prompt comes off it as soon as the pair is not known to be alone. */
export async function showWhoIsThere(
  records: Records,
  { id }: CheckIn,
  { room, next, pair: { members }, newId }: Change,
): Promise<void> {
  const isNowAlone = isAlone(next, members);
  const found = await records.sessions.ofCheckIn(id);
  const session = found?.isStaged && !isNowAlone ? await records.sessions.findForChange(found.id) : found;
  if (!session) return;
  if (session.isStaged && !isNowAlone)
    await records.sessions.save({ ...session, isStaged: false, version: session.version + 1 }, newId());
  else if (isNowAlone !== isAlone(room, members)) await records.sessions.announce(session.id);
}
