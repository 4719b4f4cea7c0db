import type { PersonId } from "../person.ts";
import type { Session } from "./session.ts";
import { withMember } from "./with-member.ts";

/** Shows that somebody is there. */
export const arrive = (session: Session, _: unknown, by: PersonId): Session =>
  session.arrived.includes(by) ? session : { ...session, arrived: withMember(session, session.arrived, by) };

/** Lets the others read what its author carries over from last time. */
export const shareCarryOver = (session: Session, _: unknown, by: PersonId): Session =>
  session.sharing.includes(by) ? session : { ...session, sharing: withMember(session, session.sharing, by) };

/** Takes that back. */
export const keepCarryOver = (session: Session, _: unknown, by: PersonId): Session =>
  session.sharing.includes(by) ? { ...session, sharing: session.sharing.filter((one) => one !== by) } : session;

/** Wants the prompt on the meeting's stage. Whether it may stand there is the room's to say. */
export const stage = (session: Session): Session => (session.isStaged ? session : { ...session, isStaged: true });

/** Takes it off. */
export const unstage = (session: Session): Session => (session.isStaged ? { ...session, isStaged: false } : session);
