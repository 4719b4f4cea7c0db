import type { Session } from "../../shared/domain/session/session.ts";
import type { session } from "./schema.ts";

/** A session as the database keeps it. It holds steps and ids and no private word, so it lies unsealed. */
export type SessionRow = typeof session.$inferSelect;

/** The same on the way in and out: no more than a session has, and lists that drizzle may have for its own. */
export function liveSession(from: Session | SessionRow) {
  const { id, checkInId, pairId, number, members, opener } = from;
  return { id, checkInId, pairId, number, members: [...members], opener, ...sessionChange(from) };
}

/** What of a session may change. */
export function sessionChange(from: Session | SessionRow) {
  const { phase, round, promptId, isLight, first, speaker, turnSince, exerciseId, exerciseStep } = from;
  const { hasLeft, uneven, isStaged, stepSince, version } = from;
  return {
    ...{ phase, round, promptId, isLight, first, speaker, turnSince, exerciseId, exerciseStep },
    been: [...from.been],
    arrived: [...from.arrived],
    offered: [...from.offered],
    used: [...from.used],
    spoken: [...from.spoken],
    ready: [...from.ready],
    revealed: [...from.revealed],
    sharing: [...from.sharing],
    ...{ hasLeft, uneven, isStaged, stepSince, version },
  };
}
