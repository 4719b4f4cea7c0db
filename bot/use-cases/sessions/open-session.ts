import type { SessionView } from "../../../shared/contract/sessions.ts";
import { mayEnterPair } from "../../../shared/domain/access.ts";
import { type CheckIn, type CheckInId, isAhead, isInCalendars } from "../../../shared/domain/check-in.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { openSession as fresh, type Session } from "../../../shared/domain/session/session.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { sessionView } from "./session-view.ts";

export interface Place {
  readonly by: PersonRef;
  readonly chatId?: string | undefined;
  readonly checkInId?: CheckInId | undefined;
}

type Refusal = "no-session-here" | "check-in-is-over";

/** The session of the check-in that is held in this meeting; the first to ask opens it, for everybody in the pair. */
export const openSession =
  ({ store, newId, ...library }: Pick<Deps, "store" | "newId" | "prompts" | "exercises">) =>
  (place: Place): Promise<Result<SessionView, Refusal>> =>
    store.transact<Result<SessionView, Refusal>>(participant(place.by), async (records) => {
      const checkIn = await findCheckIn(records, place);
      if (!checkIn || (isAhead(checkIn) && !isInCalendars(checkIn))) return refuse("no-session-here");
      const session = (await records.sessions.ofCheckIn(checkIn.id)) ?? (await begin(records, checkIn, newId));
      if (!session) return refuse("check-in-is-over");
      const scene = await records.sessions.scene(session.id);
      if (!scene || !mayEnterPair(participant(place.by), scene.pair)) return refuse("no-session-here");
      return done(await sessionView(records, scene, library));
    });

async function findCheckIn(records: Records, { chatId, checkInId }: Place): Promise<CheckIn | null> {
  if (checkInId) return records.checkIns.find(checkInId);
  return chatId ? records.rooms.checkInOf(chatId) : null;
}

/** @returns `null` where the check-in is over, or not there for whoever asks. */
async function begin(records: Records, checkIn: CheckIn, newId: () => string): Promise<Session | null> {
  const pair = isInCalendars(checkIn) ? await records.pairs.find(checkIn.pairId) : null;
  if (!pair) return null;
  const { id: checkInId, number, opener } = checkIn;
  return records.sessions.open(
    fresh({ id: newId(), checkInId, pairId: pair.id, number, members: pair.members, opener }),
  );
}
