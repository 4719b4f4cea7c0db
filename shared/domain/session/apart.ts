import type { PersonId } from "../person.ts";
import type { RevealedKind, Session, SessionRefusal } from "./session.ts";
import { withMember } from "./with-member.ts";

/** Somebody has finished writing; with the last of all, what everybody wrote is revealed at once. */
export function ready(session: Session, _: unknown, by: PersonId): Session | SessionRefusal {
  if (isRevealed(session)) return "not-at-this-point";
  if (session.ready.includes(by)) return session;
  const finished = { ...session, ready: withMember(session, session.ready, by) };
  if (finished.ready.length < session.members.length) return finished;
  return { ...finished, revealed: [...session.revealed, kindOf(session)] };
}

/** Somebody writes on after all, while nothing is revealed. */
export function notReady(session: Session, _: unknown, by: PersonId): Session | SessionRefusal {
  if (isRevealed(session)) return "not-at-this-point";
  if (!session.ready.includes(by)) return session;
  return { ...session, ready: session.ready.filter((one) => one !== by) };
}

const kindOf = ({ phase }: Pick<Session, "phase">): RevealedKind => (phase === "learn" ? "learned" : "appreciation");

const isRevealed = (session: Pick<Session, "phase" | "revealed">): boolean =>
  session.revealed.includes(kindOf(session));
