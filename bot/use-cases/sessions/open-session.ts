import type { SessionView } from "../../../shared/contract/sessions.ts";
import { type CheckIn, type CheckInId, isAhead, isInCalendars } from "../../../shared/domain/check-in.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { openSession as fresh } from "../../../shared/domain/session.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { sessionContext, sessionView } from "./session-context.ts";

export interface Place {
  readonly by: PersonRef;
  readonly chatId?: string | undefined;
  readonly checkInId?: CheckInId | undefined;
}

/** The session of the check-in that is held in this meeting; the first to ask opens it, for both. */
export const openSession =
  ({ store, newId, prompts }: Pick<Deps, "store" | "newId" | "prompts">) =>
  (input: Place): Promise<Result<SessionView, "no-session-here" | "check-in-is-over">> =>
    store.transact(participant(input.by), async (records) => {
      const checkIn = await findCheckIn(records, input);
      if (!checkIn || (isAhead(checkIn) && !isInCalendars(checkIn))) return refuse("no-session-here");
      const standing = await records.sessions.ofCheckIn(checkIn.id);
      if (!standing && !isInCalendars(checkIn)) return refuse("check-in-is-over");
      const pair = await records.pairs.find(checkIn.pairId);
      if (!pair) return refuse("no-session-here");
      const { id: checkInId, number, opener } = checkIn;
      const start = { id: newId(), checkInId, pairId: pair.id, number, members: pair.members, opener };
      const context = await sessionContext(
        records,
        participant(input.by),
        standing ?? (await records.sessions.open(fresh(start))),
      );
      return context ? done(sessionView(context, prompts)) : refuse("no-session-here");
    });

async function findCheckIn(records: Records, { chatId, checkInId }: Place): Promise<CheckIn | null> {
  if (checkInId) return records.checkIns.find(checkInId);
  return chatId ? records.checkIns.findByMeeting(chatId) : null;
}
