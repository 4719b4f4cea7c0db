import type { PersonId } from "../person.ts";
import { decideSession } from "./decide-session.ts";
import { openSession, type Session, type SessionCommand } from "./session.ts";

export const [ana, ben, chidi] = ["ana", "ben", "chidi"];

/** The third session of Ana and Ben, or of whoever the members are, that nobody has begun; Ben opens. */
export const fresh = (members: readonly PersonId[] = [ana, ben]): Session =>
  openSession({ id: "s1", checkInId: "c1", pairId: "p1", number: 3, members, opener: ben });

export const at = "2026-11-26T10:05:00.000Z";
export const later = "2026-11-26T10:11:00.000Z";

/** What is offered next in these tests, and the others after it. */
export const next = { offer: ["p1", "p2"], exercise: "e1", at } as const;
export const others = { offer: ["p3", "p4"], exercise: "e2", at: later } as const;

export const goOn = { type: "go-on", ...next } as const;
export const pick = { type: "pick", promptId: "p1", asksWhoFirst: false, at } as const;
export const pickAsking = { ...pick, asksWhoFirst: true } as const;
export const ask = { type: "ask" } as const;
export const changeOver = { type: "change-over", ...others } as const;
export const moveOn = { type: "move-on", ...others } as const;
export const leave = { type: "leave", ...others } as const;
export const close = { type: "close" } as const;
export const goTo = (part: Session["been"][number]) => ({ type: "go-to", part, ...others }) as const;

/** The session after these commands of Ana's, or of `by`, each seen in time. @throws when one is refused. */
export const after = (session: Session, ...commands: readonly SessionCommand[]): Session =>
  commands.reduce((state, command) => afterOne(state, command), session);

/** The same after one command of one person. */
export function afterOne(session: Session, command: SessionCommand, by: PersonId = ana): Session {
  const result = decideSession(session, command, by, session.version);
  if (!result.ok) throw new Error(`${command.type}: ${result.refusal}`);
  return result.value;
}

/** What is answered to a command that its giver gives in time. */
export const refusalOf = (session: Session, command: SessionCommand, by: PersonId = ana): string | null => {
  const result = decideSession(session, command, by, session.version);
  return result.ok ? null : result.refusal;
};

/** Two prompts to choose from; a turn on the first of them; the exercise; appreciations. */
export const choosing = (members?: readonly PersonId[]): Session => after(fresh(members), goTo("since"), goOn);
export const speaking = (members?: readonly PersonId[]): Session => after(choosing(members), pick);
export const exercising = (): Session => after(fresh(), { ...goOn, type: "go-to", part: "exercise" });
export const appreciating = (members?: readonly PersonId[]): Session => after(fresh(members), goTo("appreciate"));
